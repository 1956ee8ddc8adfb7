// The questions of the pages written by hand: one string of HTML, drawn anew where the language or all answers change.

import { mountBar } from "./bar.js";
import { choices, escaped, hasChoices } from "./questions.js";

const hiddenUnless = ({ shownIf }, answers) => (shownIf ? ` data-shown-if="${shownIf}"${answers[shownIf] === true ? "" : " hidden"}` : "");

function drawn(questionnaire, question, answers, lang) {
  const { id, kind, title } = question;
  const hidden = hiddenUnless(question, answers);
  if (!hasChoices(question)) {
    const most = kind === "percent" ? ' max="100"' : "";
    return `<p${hidden}><label for="${id}">${escaped(title[lang])}</label><br>
      <input type="number" id="${id}" name="${id}" min="0"${most} value="${answers[id] ?? ""}"></p>`;
  }
  const radio = ([value, text]) =>
    `<label><input type="radio" name="${id}" value="${value}"${answers[id] === value ? " checked" : ""}> ${escaped(text)}</label>`;
  return `<fieldset${hidden}><legend>${escaped(title[lang])}</legend>${choices(questionnaire, question, lang).map(radio).join("")}</fieldset>`;
}

/** All questions as HTML. */
function formHtml(questionnaire, answers, lang) {
  const section = (section) => `<section${hiddenUnless(section, answers)}><h2>${escaped(section.title[lang])}</h2>${section.questions
    .map((question) => drawn(questionnaire, question, answers, lang))
    .join("")}</section>`;
  return questionnaire.sections.map(section).join("");
}

/** Keeps what was given in a field, and shows and hides what depends on it. */
function keep({ name, value }, answers, root) {
  if (value === "") delete answers[name];
  else answers[name] = value === "true" ? true : value === "false" ? false : Number(value);
  for (const dependent of root.querySelectorAll(`[data-shown-if="${name}"]`)) dependent.hidden = answers[name] !== true;
}

/** Shows the questions in `root` behind the HTML in `head`, with the bar; `score` gives what answers come to. */
export function mountForm(questionnaire, root, score, head = "") {
  let answers = {};
  let lang = "en";
  const draw = () => (root.innerHTML = head + formHtml(questionnaire, answers, lang));
  const bar = mountBar(questionnaire, {
    onLanguage(to) {
      lang = to;
      draw();
    },
    result: () => score(answers),
  });

  root.addEventListener("input", ({ target }) => {
    keep(target, answers, root);
    bar.update(score(answers));
  });
  window.loadAnswers = (saved) => {
    answers = { ...saved };
    draw();
    bar.update(score(answers));
  };
  draw();
  bar.update(score(answers));
}
