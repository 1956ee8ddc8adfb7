// The page written by hand, in a shadow root and scored by a module of WebAssembly: what these two cost by themselves.

import css from "../shared/form.css";
import questionnaire from "../../questionnaire.json";
import { mountForm } from "../shared/form.js";

const { sections, gates, passedFrom } = questionnaire;
const questions = sections.flatMap((section) => section.questions);
const placeOf = (list, id) => list.findIndex((one) => one.id === id);
const placeOfQuestion = (id) => (id ? placeOf(questions, id) : -1);

/** Tells the module the questionnaire. */
function configure(module) {
  const put = (kind, index, parts) => parts.forEach((value, part) => module[kind](index, part, value));
  questions.forEach(({ worst, best, weight, shownIf }, index) => put("question", index, [worst, 1 / (best - worst), weight, placeOfQuestion(shownIf)]));
  let first = 0;
  sections.forEach(({ questions, weight, shownIf }, index) => {
    put("section", index, [first, first + questions.length, weight, placeOfQuestion(shownIf)]);
    first += questions.length;
  });
  gates.forEach(({ section, question, atLeast }, index) => put("gate", index, [placeOf(sections, section), placeOfQuestion(question), atLeast]));
}

const { instance } = await WebAssembly.instantiateStreaming(fetch("score.wasm"));
const module = instance.exports;
configure(module);

const byId = (list, value) => Object.fromEntries(list.map(({ id }, index) => [id, value(index)]).filter(([, value]) => !Number.isNaN(value)));

function scored(answers) {
  questions.forEach(({ id }, index) => module.answer(index, answers[id] === undefined ? NaN : Number(answers[id])));
  const total = module.total();
  const failing = module.failed();
  const failed = gates.filter((gate, index) => (failing >> index) & 1).map(({ id }) => id);
  const none = Object.fromEntries(sections.map(({ id }) => [id, null]));
  return {
    total,
    sections: { ...none, ...byId(sections, module.of_section) },
    questions: byId(questions, module.of_question),
    failed,
    passed: total >= passedFrom && failed.length === 0,
  };
}

const root = document.getElementById("app").attachShadow({ mode: "open" });
mountForm(questionnaire, root, scored, `<style>${css}</style>`);
