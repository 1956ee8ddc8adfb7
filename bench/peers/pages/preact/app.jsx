// As pages are written with a small framework: one state, and the whole form drawn anew by preact on every answer.

import { render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { choices, hasChoices } from "../shared/questions.js";
import { score } from "../shared/score.js";

const page = {};
const bar = mountBar(questionnaire, {
  onLanguage: (lang) => page.setLang(lang),
  result: () => score(questionnaire, page.answers),
});
const isShown = ({ shownIf }, answers) => !shownIf || answers[shownIf] === true;

function Question({ question, value, lang, set }) {
  const { id, title } = question;
  if (!hasChoices(question)) {
    return (
      <p>
        <label for={id}>{title[lang]}</label>
        <br />
        <input type="number" id={id} min="0" value={value ?? ""} onInput={({ target }) => set(id, target.value === "" ? undefined : Number(target.value))} />
      </p>
    );
  }
  return (
    <fieldset>
      <legend>{title[lang]}</legend>
      {choices(questionnaire, question, lang).map(([choice, text]) => (
        <label key={String(choice)}>
          <input type="radio" name={id} value={String(choice)} checked={value === choice} onChange={() => set(id, choice)} /> {text}
        </label>
      ))}
    </fieldset>
  );
}

function App() {
  const [answers, setAnswers] = useState({});
  const [lang, setLang] = useState("en");
  Object.assign(page, { answers, setAnswers, setLang });
  useLayoutEffect(() => bar.update(score(questionnaire, answers)), [answers]);
  const set = (id, value) => setAnswers((before) => ({ ...before, [id]: value }));
  const sections = questionnaire.sections.filter((section) => isShown(section, answers));
  return sections.map((section) => (
    <section key={section.id}>
      <h2>{section.title[lang]}</h2>
      {section.questions
        .filter((question) => isShown(question, answers))
        .map((question) => (
          <Question key={question.id} question={question} value={answers[question.id]} lang={lang} set={set} />
        ))}
    </section>
  ));
}

window.loadAnswers = (saved) => page.setAnswers({ ...saved });
render(<App />, document.getElementById("app"));
