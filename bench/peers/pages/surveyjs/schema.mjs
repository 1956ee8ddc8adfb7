// The questionnaire as SurveyJS reads it: one section a page, scored by its own expressions.

import { gateExpressions, ratio } from "../shared/expressions.mjs";

const both = ({ en, de }) => ({ default: en, de });
const when = (id, yes, no) => `iif({${id}} = true, ${yes}, ${no})`;

function scoreOf({ id, kind, worst, best }) {
  if (kind === "yes-no") return when(id, 1, 0);
  const part = kind === "choice" ? `{${id}} / ${best}` : `max(0, min(1, ({${id}} - ${worst}) / (${best - worst})))`;
  return `iif({${id}} empty, 0, ${part})`;
}

const language = {
  scoreOf,
  ifShown: (shownIf, expression, otherwise) => (shownIf ? when(shownIf, expression, otherwise) : `${expression}`),
  ofSection: (id) => `{section_${id}}`,
  truth: (expression) => `iif(${expression}, 1, 0)`,
};

function calculated(questionnaire) {
  const { sections, gates, passedFrom } = questionnaire;
  const ofSections = sections.map(({ id, questions }) => ({ name: `section_${id}`, expression: `100 * ${ratio(language, questions, scoreOf)}` }));
  const total = { name: "total", expression: ratio(language, sections, ({ id }) => language.ofSection(id)) };
  const ofGates = gateExpressions(language, questionnaire).map(([name, expression]) => ({ name, expression }));
  const passed = ["{total} >= " + passedFrom, ...gates.map(({ id }) => `{${id}} = 1`)].join(" and ");
  return [...ofSections, total, ...ofGates, { name: "passed", expression: language.truth(passed) }];
}

function element({ words, scales }, { id, kind, title, scale, shownIf }) {
  const base = { name: id, title: both(title), ...(shownIf && { visibleIf: `{${shownIf}} = true` }) };
  const word = (name) => both({ en: words.en[name], de: words.de[name] });
  switch (kind) {
    case "choice": return { ...base, type: "radiogroup", choices: scales[scale].en.map((en, value) => ({ value, text: both({ en, de: scales[scale].de[value] }) })) };
    case "yes-no": return { ...base, type: "boolean", renderAs: "radio", labelTrue: word("yes"), labelFalse: word("no") };
    default: return { ...base, type: "text", inputType: "number", min: 0, ...(kind === "percent" && { max: 100 }) };
  }
}

export function schema(questionnaire) {
  const page = ({ id, title, shownIf, questions }) => ({
    name: `page_${id}`,
    title: both(title),
    ...(shownIf && { visibleIf: `{${shownIf}} = true` }),
    elements: questions.map((question) => element(questionnaire, question)),
  });
  return {
    showTitle: false,
    textUpdateMode: "onTyping",
    showCompletedPage: false,
    showNavigationButtons: true,
    showQuestionNumbers: false,
    clearInvisibleValues: "none",
    calculatedValues: calculated(questionnaire),
    pages: questionnaire.sections.map(page),
  };
}
