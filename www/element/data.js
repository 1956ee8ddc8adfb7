// What an instance is given: the standards and programmes of this build, and a standard of the host.

import { fault } from "./faults.js";
import { call } from "./instance.js";
import { isUrl } from "./standard.js";

export const STANDARDS = "__STANDARDS__";
const LANGUAGES = ["zh-CN", "en"];

export const isKnown = (standard) => STANDARDS.some(({ id }) => id === standard) || isUrl(standard);
export const KNOWN = STANDARDS.map(({ id }) => id).join(", ");

/** What there is of the data in one language: the first module knows no programmes. */
const PARTS = { first: ["data"], whole: ["data", "programmes"] };

/**
 * Gives an instance the data of this build with its texts in `lang`, or in every language. The first module compares no
 * editions: it reads the standard that it shows, in half the time.
 */
function ofBuild(files, instance, standard, lang) {
  const only = instance.which === "first" ? standard : undefined;
  return instance.once(`data ${[lang, only]}`, async () => {
    const names = lang ? PARTS[instance.which].map((part) => `${part}.${lang}`) : ["data"];
    const parts = await Promise.all(names.map(files.text));
    for (const json of parts) call(instance, (glue) => glue.addData(json, lang ? [lang] : LANGUAGES, only));
  });
}

/** Gives an instance the standard at an address of the host; gives its id. */
const ofHost = (files, instance, address) =>
  instance.once(address, async () => {
    const json = await files.textOf(address);
    let id;
    try {
      id = JSON.parse(json)?.id;
    } catch {
      throw fault("not-json", "", `${address} is not JSON`);
    }
    if (STANDARDS.some((known) => known.id === id)) {
      throw fault("id-taken", "/id", `${address} calls itself "${id}", which is a standard of this build; it needs an id of its own`);
    }
    return call(instance, (glue) => glue.addStandard(json));
  });

/** Gives an instance a standard and the data of this build, with texts in `lang` or in every language; gives the standard's id. */
export async function load(files, instance, standard, lang) {
  const [id] = await Promise.all([isUrl(standard) ? ofHost(files, instance, standard) : standard, ofBuild(files, instance, standard, lang)]);
  return id;
}
