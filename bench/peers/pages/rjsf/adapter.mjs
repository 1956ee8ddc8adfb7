export default {
  inPage: () => ({
    first: () => document.querySelector("#app input"),
    target(id, value) {
      const radios = document.querySelectorAll(`#app input[type=radio][id*="_${id}-"]`);
      if (radios.length === 0) return { type: document.querySelector(`#app input[id$="_${id}"]`) };
      return { click: radios[value === true ? 0 : value === false ? 1 : value] };
    },
    load: (answers) => window.loadAnswers(answers),
  }),
};
