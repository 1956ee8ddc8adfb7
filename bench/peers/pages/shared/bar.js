// The bar with the live score, the languages and the result, the same on the page of every peer, so that pages differ by
// the peer alone.

import { escaped } from "./questions.js";
import { gaps } from "./score.js";

const RADIUS = 120;
const figure = (value) => (value === null || value === undefined ? "–" : value.toFixed(1));

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A radar of the sections. */
function radar(sections, values, lang) {
  const point = (index, part) => {
    const angle = (2 * Math.PI * index) / sections.length - Math.PI / 2;
    return [(part * RADIUS * Math.cos(angle)).toFixed(1), (part * RADIUS * Math.sin(angle)).toFixed(1)];
  };
  const polygon = (kind, part) => `<polygon class="${kind}" points="${sections.map((section, index) => point(index, part(section)).join()).join(" ")}"/>`;
  const label = (section, index) => {
    const [x, y] = point(index, 1.1);
    const anchor = Math.abs(x) < 9 ? "middle" : x > 0 ? "start" : "end";
    return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(section.title[lang])}</text>`;
  };
  const said = sections.map((section) => `${section.title[lang]} ${figure(values[section.id])}`).join(", ");
  return `<svg id="radar" viewBox="-230 -150 460 300" role="img" aria-label="${escaped(said)}">
    ${[0.25, 0.5, 0.75, 1].map((part) => polygon("grid", () => part)).join("")}
    ${polygon("value", (section) => (values[section.id] || 0) / 100)}
    ${sections.map(label).join("")}</svg>`;
}

/** Draws the bar; the page says what a change of language does and what the result is, and tells each new score. */
export function mountBar(questionnaire, { onLanguage, result }) {
  const { sections, words, languages } = questionnaire;
  const bar = document.getElementById("bar");
  const place = document.getElementById("result");
  let lang = languages[0];
  let last = null;

  function draw() {
    bar.innerHTML = `<strong>${words[lang].total}</strong> <output id="score"></output> % <span id="verdict"></span>
      <ul>${sections.map((section) => `<li>${escaped(section.title[lang])} <b data-section="${section.id}"></b></li>`).join("")}</ul>
      <select id="lang" aria-label="Language">${languages.map((one) => `<option${one === lang ? " selected" : ""}>${one}</option>`).join("")}</select>
      <button id="show" type="button">${words[lang].result}</button>`;
    if (last) update(last);
  }

  function update(score) {
    last = score;
    setText(bar.querySelector("#score"), figure(score.total));
    setText(bar.querySelector("#verdict"), score.passed ? words[lang].passed : words[lang].notPassed);
    for (const place of bar.querySelectorAll("b")) setText(place, figure(score.sections[place.dataset.section]));
  }

  function show() {
    const score = result();
    const { passed, notPassed, gate, gaps: title } = words[lang];
    const lost = gaps(questionnaire, score).map(({ question, section }) => `<li>${escaped(question.title[lang])} <i>(${escaped(section.title[lang])})</i></li>`);
    place.innerHTML = `<h2 tabindex="-1">${score.passed ? passed : notPassed}: ${figure(score.total)} %</h2>
      ${radar(sections, score.sections, lang)}
      <p>${score.failed.map((id) => `${gate}: ${escaped(id)}`).join("<br>")}</p>
      <h3>${title}</h3><ol>${lost.join("")}</ol>`;
    place.hidden = false;
    place.querySelector("h2").focus({ preventScroll: true });
  }

  bar.addEventListener("change", ({ target }) => {
    if (target.id !== "lang") return;
    lang = target.value;
    document.documentElement.lang = lang;
    draw();
    place.hidden = true;
    onLanguage(lang);
  });
  bar.addEventListener("click", ({ target }) => target.id === "show" && show());
  draw();
  return { update };
}
