export default {
  inPage: () => ({
    first: () => document.querySelector("#app input"),
    target(id, value) {
      const place = document.querySelector(`#app .root_properties_${id}`);
      const radios = place.querySelectorAll("input[type=radio]");
      if (radios.length === 0) return { type: place.matches("input") ? place : place.querySelector("input") };
      // The radios carry the words of their option as value: they are told by their place.
      return { click: radios[value === true ? 0 : value === false ? 1 : value] };
    },
    load: (answers) => window.loadAnswers(answers),
  }),
};
