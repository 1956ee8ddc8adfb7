export default {
  inPage: () => ({
    first: () => document.querySelector("#app input"),
    target(id, value) {
      const radio = document.querySelector(`#app input[type=radio][name="${id}"][value="${value}"]`);
      return radio ? { click: radio } : { type: document.getElementById(id) };
    },
    load: (answers) => window.loadAnswers(answers),
  }),
};
