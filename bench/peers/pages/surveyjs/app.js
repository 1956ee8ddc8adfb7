// SurveyJS by its minified bundles, which the page loads before this.

import schema from "schema";
import questionnaire from "../../questionnaire.json";
import { mountBar } from "../shared/bar.js";
import { score } from "../shared/score.js";

const { sections, gates } = questionnaire;
const survey = new window.Survey.Model(schema);
window.survey = survey;

function scored() {
  const value = (name) => survey.getVariable(name);
  const isShown = ({ shownIf }) => !shownIf || survey.getValue(shownIf) === true;
  return {
    total: value("total"),
    sections: Object.fromEntries(sections.map((section) => [section.id, isShown(section) ? value(`section_${section.id}`) : null])),
    passed: value("passed") === 1,
    failed: gates.filter(({ id }) => value(id) === 0).map(({ id }) => id),
  };
}

const bar = mountBar(questionnaire, {
  onLanguage: (lang) => (survey.locale = lang === "en" ? "" : lang),
  result: () => ({ ...score(questionnaire, survey.data), ...scored() }),
});

// Several variables change with one answer: the bar follows once.
let queued = false;
survey.onVariableChanged.add(() => {
  if (queued) return;
  queued = true;
  queueMicrotask(() => {
    queued = false;
    bar.update(scored());
  });
});
bar.update(scored());
survey.render(document.getElementById("app"));
