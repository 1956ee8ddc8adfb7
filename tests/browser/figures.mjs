// The figures of the documents, read from the data as it is shipped, and how many actions lie between a figure on a
// screen and its document.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { answerDocument, questions } from "./answers.mjs";

const EDITIONS = ["ningbo-3511-2018", "ningbo-3511-2017"];

/** The data of the programmes, with its texts in a language. */
async function programmes(lang) {
  const names = await readdir(process.env.DIST);
  const name = names.find((name) => name.endsWith(`.programmes.${lang}.json`));
  return JSON.parse(await readFile(path.join(process.env.DIST, name), "utf8")).programmes;
}

/** The source of what an object says: its own, that of a figure in it, or else that of the object around it. */
function origin(node, outer) {
  const found = [node, node.basis, node.atLeast, node.figure].find((one) => one?.source && one.grade);
  return found ?? (typeof node.source === "string" ? { source: node.source } : outer);
}

/**
 * Every text with a digit and every number of the editions and the programmes, each with the documents and grades it may
 * come from: `[title, grade]`, without a grade where the data gives none.
 */
export async function published(visit, lang) {
  const editions = await visit.driver.executeAsyncScript(
    `const [ids, done] = arguments;
     import("/readiness-check.js").then(async ({ ready, describe }) => {
       for (const id of ids) await ready(id);
       done(ids.map(describe));
     });`,
    EDITIONS,
  );
  const [texts, values, units, wordings] = [new Map(), new Map(), new Set(), []];
  for (const data of [...editions, await programmes(lang)]) {
    const titles = new Map(data.sources.map((source) => [source.id, source.title[lang]]));
    const put = (map, key, basis) => {
      if (!map.has(key)) map.set(key, new Map());
      const origin = [titles.get(basis.source), basis.grade?.toLowerCase() ?? null];
      map.get(key).set(origin.join("\n"), origin);
    };
    const walk = (node, outer) => {
      if (node === null || typeof node !== "object") return;
      const basis = origin(node, outer);
      if (/\d/.test(node[lang] ?? "") && basis) put(texts, node[lang].trim(), basis);
      if (typeof node.value === "number") put(values, String(node.value), basis);
      for (const [key, inner] of Object.entries(node)) {
        if (key === "unit" && inner[lang]) units.add(inner[lang]);
        else if (key !== "sources" && key !== "clause") walk(inner, basis);
      }
    };
    walk(data, null);
    for (const origin of (data.criteria ?? []).map((criterion) => criterion.atLeast).concat(data.edition ? [data] : [])) {
      put(values, data.edition, origin);
    }
    for (const fact of data.facts ?? []) {
      wordings.push(fact.text[lang]);
      walk(fact, data.factBasis.wording);
    }
    for (const code of (data.industries ?? []).flatMap((one) => one.codes ?? [])) put(texts, code, data.industryBasis.codes);
  }
  const plain = (map) => Object.fromEntries([...map].map(([key, origins]) => [key, [...origins.values()]]));
  const [standard] = editions;
  const own = standard.sources.find((source) => source.id === standard.basis.weights.source).title[lang];
  for (const { text, options = [], evidence } of standard.questions) {
    wordings.push(...[text, ...options.map((option) => option.text), ...evidence].map((named) => named[lang]));
  }
  const counted = [...units].filter((unit) => /\d/.test(unit)).sort((one, other) => other.length - one.length);
  return { texts: plain(texts), values: plain(values), units: counted, own, wordings };
}

/** What a firm typed: numbers that occur in no document, so that they can be recognised; some questions are left open. */
export async function firm(track, { values }) {
  const free = Array.from({ length: 2000 }, (_, number) => number).filter((number) => !(number in values));
  const small = free.filter((number) => number < 8).at(-1);
  const large = free.filter((number) => number > 1000);
  const answers = {};
  const asked = await questions(track);
  // A question that opens another is answered so that it does.
  const openers = new Map(asked.flatMap(({ askedIf }) => (askedIf?.atLeast ? [[askedIf.question, askedIf.atLeast]] : [])));
  for (const [place, question] of asked.entries()) {
    const { id, kind, options } = question;
    if (kind === "yes-no") answers[id] = true;
    else if (kind === "one-of") answers[id] = openers.get(id) ?? options[place % 2].id;
    else if (kind === "many-of") answers[id] = options.slice(0, 1).map((option) => option.id);
    else if (!question.element && kind === "count") answers[id] = small;
    else answers[id] = large[place];
    if (place % 9 === 8 && !openers.has(id)) answers[id] = "unknown";
  }
  // Two contradictions: more kinds than sets, and, for a rule of ours, data that arrives by itself without a system for it.
  Object.assign(answers, { "equipment-sets": 0, "mes-in-use": "paper" });
  if (track === "discrete") answers["shop-data-items-automatic"] = answers["shop-data-items"];
  const mark = String(free.find((number) => number > 60));
  return {
    typed: [...Object.values(answers).filter(Number.isFinite), Number(mark), large[0]],
    document: {
      ...answerDocument(answers, track),
      profile: {
        industries: ["automobiles", "textiles-garments", "metal-surface-treatment", "new-materials", "intelligent-terminals"],
        facts: { "project-investment": String(large[0]) },
      },
      costs: { count: "effort", target: { reach: "index", mark } },
    },
  };
}

/**
 * Runs in the page: every text with a digit on the screen, with what is wrong about it, if anything, and which published
 * numbers and texts it holds beside their document.
 *
 * The source of a figure is searched for outwards, up to the card. A source counts if at most one fold has to be opened
 * for it and it does not belong to another row; in the row or the card of the figure itself every source counts.
 * Of what was last printed it is the report: there the mark of a footnote stands for its entry in the list.
 */
export function inspect({ root }, { texts, values, units, own, wordings, typed, asking, printed }) {
  const page = printed ? root.querySelector("iframe").contentDocument.querySelector(".report") : root.querySelector(".widget");
  const ROW = "li, tr, article, .reference";
  const CARD = "article, .panel, .about, .asked, aside, nav";
  // Not on the screen, or the source itself.
  const APART = (printed ? "" : ".print-only, ") + ".unseen, svg, .checked, .notes li, .source, .source-about, details:has(> p > cite) > p";
  // What is counted on the spot: questions, steps, entries of the list beneath, industries found.
  const COUNTED = ".steps summary, .so-far, .step .facts, .place .facts, .tally, .notes > summary, .choice .facts, h4 .facts, h5 .facts, summary .facts, .conditions > .facts, details.more > summary, "
    + ".hand-to .facts, .assessments li > .facts, [role=status], .proven-count, .proves > summary, .editions .panel > p:has(~ details.more)";
  // Which edition is shown, as of when and by which release; up to when sources were checked.
  const AS_OF = ".screen > .facts, .start .panel > .facts, .programme-body > p + .part > .facts, .report p.facts, .whose, .assessments li > p > strong";
  // How something is to be typed, and what a visitor may choose for this computer.
  const EXAMPLE = ".field > .hint, .delete-after option";
  // Results of the answers: rates and effects.
  const WORKED_OUT = ".rate output, .effects td, .readings, .turns li li, .programme li strong";

  const folds = (cite, from) => {
    let folds = 0;
    for (let fold = cite.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      const inside = fold.contains(from) && !fold.querySelector(":scope > summary").contains(from);
      folds += !inside && !fold.open;
    }
    return folds;
  };
  const sources = (place, from) =>
    [...place.querySelectorAll("cite")].filter((cite) => {
      const row = cite.closest("details.source")?.parentElement.closest(ROW) ?? cite.closest(ROW);
      return folds(cite, from) <= 1 && (!row || row.contains(from) || place.matches(`${ROW}, ${CARD}`));
    });
  const said = (cite) => [cite.textContent, cite.closest(".source")?.querySelector(".grade").className.split("grade-")[1] ?? null];
  /** The nearest sources; none where a row lacks one that the other rows beside it have. */
  const nearest = (from) => {
    for (let place = from.parentElement; place; place = place.parentElement) {
      const found = sources(place, from);
      if (found.length > 0 || place.matches(CARD)) return found.map(said);
      const others = place.matches(ROW) ? [...place.parentElement.children].filter((row) => row !== place && row.matches(ROW)) : [];
      if (others.length > 0 && others.every((row) => row.querySelector("cite"))) return [];
    }
    return [];
  };
  const fits = (origins, found) =>
    origins.filter(([title, grade]) => found.some((one) => one[0] === title && (grade === null || one[1] === null || one[1] === grade)));

  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const faults = [];
  const seen = { texts: [], values: [], own: 0 };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const around = node.parentElement;
    const text = node.data.replace(location.host, "").trim();
    // A unit such as 10,000 CNY is no figure.
    const numbers = units.reduce((rest, unit) => rest.replaceAll(unit, ""), text).match(/\d+(\.\d+)?/g);
    if (!numbers || around.closest(APART) || around.closest("cite") || around.parentElement.querySelector(":scope > cite")) continue;
    const fault = (what) => faults.push(`${what}: “${text}” in ${around.closest("section, nav, aside")?.className ?? "the frame"}`);

    let holds = Object.keys(texts).filter((one) => text.includes(one));
    holds = holds.filter((one) => !holds.some((other) => other !== one && other.includes(one)));
    // Where a question is only named, its wording is no figure; it is checked where it is asked.
    const isAsked = asking || around.closest(".fact");
    if (!isAsked) holds = holds.filter((one) => !wordings.includes(one));
    const named = !isAsked && wordings.some((one) => /\d/.test(one) && text.includes(one));
    // A share is never a count.
    if (around.closest(COUNTED) && !text.includes("%")) continue;
    if (around.closest(`${AS_OF}, ${EXAMPLE}`) || (named && holds.length === 0)) continue;
    if (holds.length === 0 && numbers.every((number) => typed.includes(Number(number)))) continue;

    const found = nearest(node);
    if (holds.length > 0) {
      for (const one of holds) {
        if (fits(texts[one], found).length > 0) seen.texts.push(one);
        else fault(`not its source (${found.join(", ") || "none"}) at “${one}”`);
      }
      continue;
    }
    const origins = numbers.map((number) => fits(values[number] ?? [], found));
    numbers.forEach((number, place) => seen.values.push(...origins[place].map((origin) => [number, ...origin].join("\n"))));
    if (numbers.every((number, place) => origins[place].length > 0 || typed.includes(Number(number)))) continue;
    if (found.length > 0 && around.closest(WORKED_OUT)) continue;
    // What no document nearby accounts for is our own: the section says so, and how it is calculated.
    const section = around.closest(".panel, aside, nav");
    const labels = section ? [...found, ...sources(section, node).map(said)] : found;
    if (labels.some(([title, grade]) => title === own && grade === "own")) seen.own += 1;
    else fault(`neither published (${found.join(", ") || "no source"}) nor labelled as our own`);
  }
  if (printed) {
    const entries = page.querySelectorAll(".notes li").length;
    const marks = [...page.querySelectorAll(".note > summary")].map((mark) => Number(mark.textContent.match(/\[(\d+)\]/)[1]));
    if (entries === 0 || Math.max(...marks) !== entries) faults.push(`${entries} footnotes for marks up to ${Math.max(...marks)}`);
  }
  return { faults, seen };
}
