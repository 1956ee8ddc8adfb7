// react-jsonschema-form with its plain theme. It has no calculation: the page scores what it hands out.

import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { choices, hasChoices } from "../shared/questions.js";
import { score } from "../shared/score.js";

const { sections } = questionnaire;
const isTrue = (id) => ({ properties: { [id]: { const: true } }, required: [id] });

function property(question, lang) {
  const title = question.title[lang];
  if (hasChoices(question)) {
    const oneOf = choices(questionnaire, question, lang).map(([value, text]) => ({ const: value, title: text }));
    return { type: question.kind === "choice" ? "integer" : "boolean", title, oneOf };
  }
  return { type: "number", title, minimum: 0, ...(question.kind === "percent" && { maximum: 100 }) };
}

function sectionSchema(section, lang) {
  const object = { type: "object", title: section.title[lang], properties: {} };
  for (const question of section.questions) {
    if (question.shownIf) {
      object.allOf = [...(object.allOf ?? []), { if: isTrue(question.shownIf), then: { properties: { [question.id]: property(question, lang) } } }];
    } else {
      object.properties[question.id] = property(question, lang);
    }
  }
  return object;
}

function schemaOf(lang) {
  const schema = { type: "object", properties: {}, allOf: [] };
  for (const section of sections) {
    const object = sectionSchema(section, lang);
    if (section.shownIf) {
      // What shows a section is asked in the one on privacy.
      schema.allOf.push({
        if: { properties: { privacy: isTrue(section.shownIf) }, required: ["privacy"] },
        then: { properties: { [section.id]: object } },
      });
    } else {
      schema.properties[section.id] = object;
    }
  }
  return schema;
}

const ordered = (all) => all.map(({ id }) => id).concat("*");
const UI = { "ui:submitButtonOptions": { norender: true }, "ui:order": ordered(sections) };
for (const { id, questions } of sections) {
  const radios = questions.filter(hasChoices).map((question) => [question.id, { "ui:widget": "radio" }]);
  UI[id] = { "ui:order": ordered(questions), ...Object.fromEntries(radios) };
}

const page = {};
let answers = {};
const bar = mountBar(questionnaire, { onLanguage: (lang) => page.setLang(lang), result: () => score(questionnaire, answers) });
const show = () => bar.update(score(questionnaire, answers));

function App() {
  const [lang, setLang] = useState("en");
  const [data, setData] = useState({});
  Object.assign(page, { setLang, setData });
  const schema = useMemo(() => schemaOf(lang), [lang]);
  const onChange = ({ formData }) => {
    setData(formData);
    answers = Object.assign({}, ...Object.values(formData ?? {}));
    show();
  };
  return (
    <Form
      schema={schema}
      uiSchema={UI}
      validator={validator}
      formData={data}
      noValidate
      noHtml5Validate
      experimental_defaultFormStateBehavior={{ constAsDefaults: "never" }}
      showErrorList={false}
      onChange={onChange}
    />
  );
}

window.loadAnswers = (saved) => {
  answers = { ...saved };
  const ofSection = ({ id, questions }) => [id, Object.fromEntries(questions.map((question) => [question.id, saved[question.id]]))];
  page.setData(Object.fromEntries(sections.map(ofSection)));
  show();
};
show();
createRoot(document.getElementById("app")).render(<App />);
