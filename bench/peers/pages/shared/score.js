// The hand-written scorer: of the pages that have no calculation of their own, and what every shown total is checked by.

const isOpen = (value) => value === undefined || value === null || value === "";
const isShown = (asked, answers) => !asked.shownIf || answers[asked.shownIf] === true;

/** From 0 for the worst answer, or none, to 1 for the best. */
function scoreOf(question, value) {
  if (isOpen(value)) return 0;
  if (question.kind === "yes-no") return value === true ? 1 : 0;
  return Math.min(1, Math.max(0, (value - question.worst) / (question.best - question.worst)));
}

/** The total and the sections in percent, each question from 0 to 1, and the gates that are not passed. */
export function score({ sections, gates, passedFrom }, answers) {
  const ofSections = {};
  const ofQuestions = {};
  let sum = 0;
  let weights = 0;
  for (const section of sections) {
    if (!isShown(section, answers)) {
      ofSections[section.id] = null;
      continue;
    }
    let within = 0;
    let weightsWithin = 0;
    for (const question of section.questions) {
      if (!isShown(question, answers)) continue;
      const value = scoreOf(question, answers[question.id]);
      ofQuestions[question.id] = value;
      within += question.weight * value;
      weightsWithin += question.weight;
    }
    const percent = weightsWithin ? (100 * within) / weightsWithin : 0;
    ofSections[section.id] = percent;
    sum += section.weight * percent;
    weights += section.weight;
  }
  const total = weights ? sum / weights : 0;
  const valueOf = ({ section, question }) => (section ? ofSections[section] : ofQuestions[question]);
  const failed = gates.filter((gate) => (valueOf(gate) ?? Infinity) < gate.atLeast).map((gate) => gate.id);
  return { total, sections: ofSections, questions: ofQuestions, failed, passed: total >= passedFrom && failed.length === 0 };
}

/** The questions that lose most of the total, largest first. */
export function gaps({ sections }, { sections: ofSections, questions }, most = 10) {
  const losses = sections
    .filter((section) => ofSections[section.id] !== null)
    .flatMap((section) =>
      section.questions
        .filter((question) => question.id in questions && question.weight)
        .map((question) => ({ question, section, loss: question.weight * section.weight * (1 - questions[question.id]) })),
    );
  return losses.filter(({ loss }) => loss > 0).sort((one, other) => other.loss - one.loss).slice(0, most);
}
