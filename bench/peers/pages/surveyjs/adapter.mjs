export default {
  // One section a page: inputs and restored answers are looked at on the first.
  within: "privacy",
  inPage: () => ({
    first: () => document.querySelector("#app .sd-question input"),
    target(id, value) {
      const question = window.survey.getQuestionByName(id);
      const place = document.getElementById(question.id);
      if (question.getType() === "text") return { type: place.querySelector("input") };
      return { click: [...place.querySelectorAll("input[type=radio]")].find((radio) => radio.value === String(value)) };
    },
    load: (answers) => (window.survey.data = answers),
  }),
};
