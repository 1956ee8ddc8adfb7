// Standards: a structure whose texts are numbers, and a list of texts for each language.

import { call, engine, laterEngine, oncePerInstance } from "./engine.js";
import { fault, jsonOf } from "./faults.js";
import { BUILD, inNode, once, ownJson, text } from "./files.js";

export const STANDARDS = "__STANDARDS__";
export const LANGUAGES = ["zh-CN", "en"];
export const DEFAULT_STANDARD = "ningbo-3511-2018";

export const isUrl = (standard) => /[/.]/.test(standard);
export const isKnown = (standard) => STANDARDS.some((known) => known.id === standard) || isUrl(standard);

function withTexts(node, texts) {
  if (Array.isArray(node)) return node.map((item) => withTexts(item, texts));
  if (node === null || typeof node !== "object") return node;
  if (typeof node.w === "number") {
    return Object.fromEntries(Object.entries(texts).map(([lang, words]) => [lang, words[node.w]]));
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withTexts(value, texts)]));
}

/** A document of this build with its texts in `languages`. */
async function buildDocument(name, languages) {
  const file = (suffix) => once(name + suffix, async () => JSON.parse(await ownJson(`${name}-${BUILD}${suffix}.json`)));
  const [structure, ...words] = await Promise.all([file(""), ...languages.map((lang) => file(`.${lang}`))]);
  return withTexts(structure, Object.fromEntries(languages.map((lang, index) => [lang, words[index]])));
}

/** The document of a standard with its texts in `languages`. */
async function standardDocument(standard, languages) {
  if (isUrl(standard)) {
    const url = new URL(standard, !BUNDLED && inNode ? import.meta.url : document.baseURI);
    const json = await once(url.href, () => text(url));
    try {
      return JSON.parse(json);
    } catch (cause) {
      throw fault("not-json", "", `${url} is not JSON: ${cause.message}`);
    }
  }
  const { basedOn } = STANDARDS.find((known) => known.id === standard);
  const [base, own] = await Promise.all([basedOn && standardDocument(basedOn, languages), buildDocument(standard, languages)]);
  return !base ? own : { ...base, ...own, sources: [...base.sources, ...own.sources] };
}

/** What the living instance has of each standard: its id, the languages and the document. */
const loaded = new Map();

/** Loads a standard in `languages`, beside those it is already loaded in, and gives its id. */
export async function load(standard, languages) {
  const glue = await engine();
  const known = () => {
    const had = loaded.get(standard);
    return had?.glue === glue ? had : undefined;
  };
  const had = known();
  if (had && languages.every((lang) => had.languages.includes(lang))) return had.id;
  const wanted = LANGUAGES.filter((lang) => isUrl(standard) || languages.includes(lang) || had?.languages.includes(lang));
  const checked = !isUrl(standard);
  const [document] = await Promise.all([standardDocument(standard, wanted), checked || laterEngine()]);
  // Another load of the same standard may have come first, with more languages.
  const now = known();
  if (now && wanted.every((lang) => now.languages.includes(lang))) return now.id;
  if (isUrl(standard) && STANDARDS.some((known) => known.id === document.id)) {
    throw fault("id-taken", "/id", `${standard} calls itself "${document.id}", which is a standard of this build; it needs an id of its own`);
  }
  const id = call(glue, () => glue.addStandard(jsonOf(document), wanted, checked));
  loaded.set(standard, { glue, id, languages: wanted, document });
  return id;
}

/** The document of a standard that is loaded. */
export const documentOf = (standard) => loaded.get(standard).document;

/** Fetches at once what loading will ask for. */
export function prefetch(standard, lang) {
  if (!isUrl(standard)) standardDocument(standard, [lang]).catch(() => {});
}

/** The words of the interface. */
export function words(lang) {
  return oncePerInstance(`interface.${lang}`, async () => {
    const [list, glue] = await Promise.all([once(`interface.${lang}`, () => ownJson(`interface-${BUILD}.${lang}.json`)), engine()]);
    call(glue, () => glue.addWords(list, lang));
  });
}

/** Loads every edition that is based on another, and that other: they are shown side by side. */
function editions(lang) {
  const based = STANDARDS.filter((known) => known.basedOn);
  return Promise.all(based.flatMap((known) => [load(known.basedOn, [lang]), load(known.id, [lang])]));
}

/** What the screens behind the result need. It is fetched by itself, never because of what a visitor does. */
export async function later(lang) {
  try {
    await oncePerInstance(`later.${lang}`, async () => {
      const list = once(`later.${lang}`, () => ownJson(`later-${BUILD}.${lang}.json`));
      const [words, programmes, glue] = await Promise.all([list, buildDocument("programmes", [lang]), engine(), laterEngine(), editions(lang)]);
      call(glue, () => glue.addLater(words, jsonOf(programmes), lang));
    });
  } catch {
    // Said on those screens, where it can be tried again.
    const glue = await engine();
    if (!glue.ended) call(glue, () => glue.laterFailed());
  }
}
