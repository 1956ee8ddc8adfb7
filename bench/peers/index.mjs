// The pages by their names, and what is done on each.

import path from "node:path";
import { build } from "./build.mjs";
import { visitOf } from "./questionnaire.mjs";
import { visitOfWidget } from "./widget.mjs";

/** Pages to compare with: by hand, and by hand with a small framework or with WebAssembly. They are no products. */
export const BY_HAND = ["vanilla", "preact", "wasm-smoke"];
/** Builders of forms that show a score. */
export const FORMS = ["surveyjs", "formio", "jsonforms", "rjsf"];
export const OWN = "readiness";
export const ALL = [...BY_HAND, ...FORMS, "formbricks", OWN];
export const QUICK = ["vanilla", "surveyjs", "jsonforms", "rjsf", OWN];

/** Builds the pages and says how each is used. */
export async function peers(names) {
  await build(names, path.join(process.env.BENCH, "peers"));
  return Promise.all(names.map(async (name) => {
    const { default: adapter } = await import(`./pages/${name}/adapter.mjs`);
    return {
      name,
      adapter,
      scores: adapter.scores ?? true,
      // What its console says.
      errors: new Set(),
      visit: name === OWN ? visitOfWidget : visitOf(adapter.within),
      address: `${process.env.READINESS_ADDRESS}/bench/peers/${name}/`,
    };
  }));
}
