// The scoring as text, for the peers that calculate by expressions of their own. `language` says how each writes a part:
// `ifShown`, `ofSection`, `truth`, and `scoreOf` a question.

/** The weighted mean of `parts`, each written by `value`; what is not shown does not count. */
export function ratio(language, parts, value) {
  const counted = parts.filter(({ weight }) => weight);
  const over = counted.map((part) => language.ifShown(part.shownIf, `${part.weight} * ${value(part)}`, 0));
  const under = counted.map((part) => language.ifShown(part.shownIf, part.weight, 0));
  return `(${over.join(" + ")}) / (${under.join(" + ")})`;
}

/** Each gate's id with what says 1 where it is passed, or does not apply. */
export function gateExpressions(language, { sections, gates }) {
  const questions = sections.flatMap((section) => section.questions);
  return gates.map(({ id, section, question, atLeast }) => {
    const judged = section ? sections.find((one) => one.id === section) : questions.find((one) => one.id === question);
    const value = section ? language.ofSection(section) : language.scoreOf(judged);
    return [id, language.ifShown(judged.shownIf, language.truth(`${value} >= ${atLeast}`), 1)];
  });
}
