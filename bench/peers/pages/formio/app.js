// Form.io by its minified renderer, which the page loads before this.

import schema from "schema";
import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { score } from "../shared/score.js";

const { sections, gates } = questionnaire;
const isYes = (value) => value === true || value === "true";
let data = {};

function scored() {
  const isShown = ({ shownIf }) => !shownIf || isYes(data[shownIf]);
  return {
    total: data.total || 0,
    sections: Object.fromEntries(sections.map((section) => [section.id, isShown(section) ? data[`section_${section.id}`] || 0 : null])),
    passed: data.passed === 1,
    failed: gates.filter(({ id }) => data[id] === 0).map(({ id }) => id),
  };
}

/** The answers as the scorer reads them: Form.io keeps choices as text. */
function answers() {
  const given = sections.flatMap((section) => section.questions).filter(({ id }) => data[id] !== "" && data[id] !== undefined && data[id] !== null);
  return Object.fromEntries(given.map(({ id, kind }) => [id, kind === "yes-no" ? isYes(data[id]) : Number(data[id])]));
}

let form = null;
const bar = mountBar(questionnaire, {
  onLanguage: (lang) => (form.language = lang),
  result: () => ({ ...score(questionnaire, answers()), ...scored() }),
});
bar.update(scored());
form = await window.Formio.createForm(document.getElementById("app"), schema.form, {
  language: "en",
  i18n: { en: {}, de: schema.de },
  noAlerts: true,
  buttonSettings: { showSubmit: false, showCancel: false },
});
form.on("change", (event) => {
  if (!event?.data) return;
  data = event.data;
  bar.update(scored());
});
window.loadAnswers = (saved) => {
  const asText = Object.entries(saved).map(([id, value]) => [id, typeof value === "boolean" ? String(value) : value]);
  return form.setSubmission({ data: Object.fromEntries(asText) });
};
