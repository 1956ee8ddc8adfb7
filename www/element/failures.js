// What can go wrong, and what is said of it: a sentence for the visitor, a line on the console for the web master, an
// event for the page.

const RETRY = { "zh-CN": "重试", en: "Try again" };

const SENTENCES = {
  "zh-CN": "自评工具未能加载，请重试、刷新页面或换用较新的浏览器。",
  en: "The self-check could not be loaded. Try again, reload the page, or use a newer browser.",
};

/** Says what failed to the page; gives what to say to the visitor in each language: a sentence, and what to press. */
export function sayFailure(cause, tell) {
  tell("readiness-error", { code: cause.code ?? "failed", message: String(cause.message ?? cause) });
  return { "zh-CN": [SENTENCES["zh-CN"], RETRY["zh-CN"]], en: [SENTENCES.en, RETRY.en] };
}
