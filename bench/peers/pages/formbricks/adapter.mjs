export default {
  scores: false,
  inPage: () => ({ first: () => document.querySelector("#cards input") }),
};
