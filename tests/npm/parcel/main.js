import { assess, ready } from "readiness-check";

const answers = {
  format: "readiness-check/answers",
  version: 1,
  standard: "ningbo-3511-2018",
  track: "discrete",
  answers: { "equipment-kinds": 8, "equipment-sets": 8, "invention-patents-granted": 1 },
};
const find = (selector) => document.querySelector(selector);
const element = find("readiness-check");
const say = (words) => find("#heard").append(`${words}; `);

for (const name of ["readiness-ready", "readiness-change", "readiness-error"]) {
  element.addEventListener(name, ({ type, detail }) => say(`${type} ${detail.answered ?? detail.standard ?? detail.code}`));
}
find("#give").onclick = () => {
  element.answers = answers;
};
find("#reset").onclick = () => element.reset();
find("#assess").onclick = async () => {
  await ready();
  say(`key-equipment ${assess(answers).published.criteria[0].verdict}`);
};
