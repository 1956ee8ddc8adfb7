// The baseline: written by hand, without a framework.

import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { formHtml, keep } from "../shared/form.js";
import { score } from "../shared/score.js";

const app = document.getElementById("app");
let answers = {};
let lang = "en";

const scored = () => score(questionnaire, answers);
const bar = mountBar(questionnaire, {
  onLanguage(to) {
    lang = to;
    draw();
  },
  result: scored,
});
const draw = () => (app.innerHTML = formHtml(questionnaire, answers, lang));

app.addEventListener("input", ({ target }) => {
  keep(target, answers, app);
  bar.update(scored());
});
window.loadAnswers = (saved) => {
  answers = { ...saved };
  draw();
  bar.update(scored());
};
draw();
bar.update(scored());
