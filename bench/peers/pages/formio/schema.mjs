// The questionnaire as Form.io reads it: scores are `calculateValue` of hidden numbers.

import { gateExpressions, ratio } from "../shared/expressions.mjs";

const isYes = (id) => `(data.${id}===true||data.${id}==='true')`;

function scoreOf({ id, kind, worst, best }) {
  if (kind === "yes-no") return `(${isYes(id)}?1:0)`;
  const part = kind === "choice" ? `data.${id}/${best}` : `Math.max(0,Math.min(1,(data.${id}-${worst})/(${best - worst})))`;
  return `((data.${id}===''||data.${id}==null)?0:${part})`;
}

const language = {
  scoreOf,
  ifShown: (shownIf, expression, otherwise) => (shownIf ? `(${isYes(shownIf)}?${expression}:${otherwise})` : `${expression}`),
  ofSection: (id) => `(data.section_${id}||0)`,
  truth: (expression) => `(${expression}?1:0)`,
};

function calculated(questionnaire) {
  const { sections, gates, passedFrom } = questionnaire;
  const passed = [`data.total>=${passedFrom}`, ...gates.map(({ id }) => `data.${id}===1`)].join("&&");
  const all = [
    ...sections.map(({ id, questions }) => [`section_${id}`, `100*${ratio(language, questions, scoreOf)}`]),
    ["total", ratio(language, sections, ({ id }) => language.ofSection(id))],
    ...gateExpressions(language, questionnaire),
    ["passed", language.truth(passed)],
  ];
  return all.map(([key, expression]) => ({
    type: "number", key, label: key, hidden: true, clearOnHide: false, input: true, calculateValue: `value = ${expression};`,
  }));
}

const conditional = (shownIf) => shownIf && { conditional: { show: true, when: shownIf, eq: "true" } };

function component({ words, scales }, { id, kind, title, scale, shownIf }) {
  const base = { key: id, label: title.en, input: true, clearOnHide: false, ...conditional(shownIf) };
  switch (kind) {
    case "choice": return { ...base, type: "radio", values: scales[scale].en.map((label, value) => ({ label, value: String(value) })) };
    case "yes-no": return { ...base, type: "radio", values: [{ label: words.en.yes, value: "true" }, { label: words.en.no, value: "false" }] };
    default: return { ...base, type: "number", validate: { min: 0, ...(kind === "percent" && { max: 100 }) } };
  }
}

/** The form, and its German words by its English ones. */
export function schema(questionnaire) {
  const { sections, scales, words } = questionnaire;
  const panel = ({ id, title, shownIf, questions }) => ({
    type: "panel",
    key: `panel_${id}`,
    title: title.en,
    input: false,
    ...conditional(shownIf),
    components: questions.map((question) => component(questionnaire, question)),
  });
  const titles = sections.flatMap((section) => [section, ...section.questions]).map(({ title }) => [title.en, title.de]);
  const options = Object.values(scales).flatMap(({ en, de }) => en.map((text, index) => [text, de[index]]));
  const answers = ["yes", "no"].map((name) => [words.en[name], words.de[name]]);
  return {
    form: { display: "form", components: [...sections.map(panel), ...calculated(questionnaire)] },
    de: Object.fromEntries([...titles, ...options, ...answers]),
  };
}
