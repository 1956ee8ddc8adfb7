export default {
  inPage: () => {
    const root = () => document.querySelector("#app")?.shadowRoot ?? document;
    return {
      root,
      first: () => document.querySelector("#app")?.shadowRoot?.querySelector("input"),
      target(id, value) {
        const radio = root().querySelector(`input[type=radio][name="${id}"][value="${value}"]`);
        return radio ? { click: radio } : { type: root().getElementById(id) };
      },
      load: (answers) => window.loadAnswers(answers),
    };
  },
};
