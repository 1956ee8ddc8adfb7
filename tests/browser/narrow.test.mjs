// On a narrow screen in English: no word is broken, and nothing is wider than the screen.

import assert from "node:assert/strict";
import { inBrowser, PLACES } from "./browser.mjs";
import { answerDocument, questions } from "./answers.mjs";

/** Every word that stands on two lines, addresses apart; and what is wider than the screen. */
const broken = ({ one }) => {
  const words = [];
  const texts = document.createTreeWalker(one(".widget"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text, currentNode: { parentElement: around } } = texts;
    if (!around.checkVisibility() || around.closest(".unseen, .print-only, .source-more, .word")) continue;
    for (const { index, 0: word } of text.data.matchAll(/[A-Za-z0-9.,%']+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(word);
    }
  }
  return [words, document.documentElement.scrollWidth <= innerWidth];
};

inBrowser("no word is broken on any place, and none is wider than the screen", { page: "english", width: 360, height: 740 }, async (visit) => {
  const answers = Object.fromEntries((await questions("discrete")).map((question, place) => {
    const { kind, options } = question;
    const given = { count: place, number: place, "yes-no": place % 2 === 0, "one-of": options?.[place % options.length].id, "many-of": [] };
    return [question.id, place % 7 === 3 ? "unknown" : given[kind]];
  }));
  await visit.run(({ element }, document) => { element.answers = document; }, answerDocument(answers, "discrete"));
  await visit.begin();
  for (const place of [...PLACES, "basis"]) {
    await visit.place(place);
    assert.deepEqual(await visit.run(broken), [[], true], place);
  }
});
