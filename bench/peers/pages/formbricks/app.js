// Formbricks by its bundle, which the page loads before this. One question a card, and no score: only its start is measured.

import questionnaire from "../../questionnaire.json";

const { sections, scales, words } = questionnaire;
const both = ({ en, de }) => ({ default: en, de });
const single = (choices) => ({
  type: "multipleChoiceSingle",
  shuffleOption: "none",
  choices: choices.map(([id, label]) => ({ id, label: both(label) })),
});

function answered({ kind, scale }) {
  const word = (name) => ({ en: words.en[name], de: words.de[name] });
  switch (kind) {
    case "choice": return single(scales[scale].en.map((en, index) => [String(index), { en, de: scales[scale].de[index] }]));
    case "yes-no": return single([["true", word("yes")], ["false", word("no")]]);
    default: return { type: "openText", inputType: "number", longAnswer: false, placeholder: both({ en: "", de: "" }) };
  }
}

const card = (section) => (question) => ({
  id: question.id,
  required: false,
  headline: both(question.title),
  subheader: both(section.title),
  buttonLabel: both({ en: "Next", de: "Weiter" }),
  backButtonLabel: both({ en: "Back", de: "Zurück" }),
  ...answered(question),
});

const styling = {
  brandColor: { light: "#005" },
  questionColor: { light: "#111" },
  inputColor: { light: "#fff" },
  inputBorderColor: { light: "#767676" },
  cardBackgroundColor: { light: "#fff" },
  cardBorderColor: { light: "#bbb" },
  roundness: 8,
  allowStyleOverwrite: true,
  cardArrangement: { linkSurveys: "simple", appSurveys: "simple" },
};
const survey = {
  id: "self-assessment",
  name: "self-assessment",
  type: "link",
  status: "inProgress",
  environmentId: "none",
  createdAt: new Date(),
  updatedAt: new Date(),
  welcomeCard: { enabled: false },
  thankYouCard: { enabled: true, headline: both({ en: "Done", de: "Fertig" }) },
  hiddenFields: { enabled: false, fieldIds: [] },
  questions: sections.flatMap((section) => section.questions.map(card(section))),
  languages: [],
  triggers: [],
  segment: null,
  displayOption: "respondMultiple",
  styling: null,
  productOverwrites: null,
};
const calls = [
  "onDisplay", "onResponse", "onFinished", "onClose", "onActiveQuestionChange",
  "getSetIsError", "getSetIsResponseSendingFinished", "getSetQuestionId", "getSetResponseData",
];

document.getElementById("app").innerHTML = '<div id="cards" style="height: 32rem"></div>';
window.formbricksSurveys.renderSurveyInline({
  containerId: "cards",
  brandColor: "#005",
  isBrandingEnabled: false,
  languageCode: "default",
  isRedirectDisabled: true,
  autoFocus: false,
  styling,
  survey,
  ...Object.fromEntries(calls.map((name) => [name, () => {}])),
});
