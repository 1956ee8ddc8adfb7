export default {
  inPage: () => ({
    first: () => document.querySelector("#app .formio-component-radio input"),
    target(id, value) {
      const place = document.querySelector(`#app .formio-component-${id}`);
      const radio = [...place.querySelectorAll("input[type=radio]")].find((radio) => radio.value === String(value));
      return radio ? { click: radio } : { type: place.querySelector("input") };
    },
    load: (answers) => window.loadAnswers(answers),
  }),
};
