// JSON Forms with its plain renderers. It has no calculation: the page scores what it hands out.

import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { choices, hasChoices } from "../shared/questions.js";
import { score } from "../shared/score.js";

const { sections } = questionnaire;
const shownIf = (id) => id && { rule: { effect: "SHOW", condition: { scope: `#/properties/${id}`, schema: { const: true } } } };

function property(question, lang) {
  const title = question.title[lang];
  if (hasChoices(question)) {
    return { title, oneOf: choices(questionnaire, question, lang).map(([value, text]) => ({ const: value, title: text })) };
  }
  return { title, type: "number", minimum: 0, ...(question.kind === "percent" && { maximum: 100 }) };
}

function formOf(lang) {
  const questions = sections.flatMap((section) => section.questions);
  const control = (question) => ({
    type: "Control",
    scope: `#/properties/${question.id}`,
    ...(hasChoices(question) && { options: { format: "radio" } }),
    ...shownIf(question.shownIf),
  });
  const group = (section) => ({
    type: "Group",
    label: section.title[lang],
    ...shownIf(section.shownIf),
    elements: section.questions.map(control),
  });
  return {
    schema: { type: "object", properties: Object.fromEntries(questions.map((question) => [question.id, property(question, lang)])) },
    layout: { type: "VerticalLayout", elements: sections.map(group) },
  };
}

const page = {};
let answers = {};
const bar = mountBar(questionnaire, { onLanguage: (lang) => page.setLang(lang), result: () => score(questionnaire, answers) });

function App() {
  const [lang, setLang] = useState("en");
  const [given, setGiven] = useState(answers);
  Object.assign(page, { setLang, setGiven });
  const { schema, layout } = useMemo(() => formOf(lang), [lang]);
  const onChange = ({ data }) => {
    answers = data;
    bar.update(score(questionnaire, answers));
  };
  return (
    <JsonForms
      schema={schema}
      uischema={layout}
      data={given}
      renderers={vanillaRenderers}
      cells={vanillaCells}
      validationMode="ValidateAndHide"
      onChange={onChange}
    />
  );
}

window.loadAnswers = (saved) => page.setGiven({ ...saved });
createRoot(document.getElementById("app")).render(<App />);
