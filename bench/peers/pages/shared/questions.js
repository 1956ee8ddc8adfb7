// What several pages need of a question.

export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

export const hasChoices = (question) => question.kind === "choice" || question.kind === "yes-no";

/** The choices of a question: what each stands for, and its words. */
export function choices({ words, scales }, question, lang) {
  if (question.kind === "yes-no") return [[true, words[lang].yes], [false, words[lang].no]];
  return scales[question.scale][lang].map((text, index) => [index, text]);
}
