// The questions of one department: handed out, filled in by a colleague on another computer, handed back, and taken answer
// by answer.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import axe from "axe-core";
import { paste } from "./arrivals.mjs";
import { ADDRESS, field, inBrowser, Key } from "./browser.mjs";
import { inScreenshot } from "./qr.mjs";
import { during } from "./server.mjs";

const KEY = "readiness-check:ningbo-3511-2018";

/** In each page before its scripts: what is handed to the browser to be saved is held. */
const watch = () => {
  window.saved = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.saved.push({ blob, name: null });
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () { window.saved[window.saved.length - 1].name = this.download; };
};

/** The last file that was handed out: its name and its text. */
async function handedOut(visit) {
  await visit.until("a file is handed out", () => window.saved.some(({ name }) => name));
  return visit.driver.executeAsyncScript(`
    const done = arguments[0];
    const { blob, name } = window.saved.splice(0).pop();
    const reader = new FileReader();
    reader.onload = () => done({ name, text: reader.result });
    reader.readAsText(blob);`);
}

const kept = (visit) => visit.run((_, key) => JSON.parse(localStorage.getItem(key)), KEY);
const answersOf = async (visit) => (await kept(visit)).sheet.document.answers;

const handOut = (name) => `.hand-to button[aria-label="分出去：${name}"]`;

/** The same page with nothing kept, as on the computer of somebody else. */
async function elsewhere(visit, address) {
  await visit.run(() => localStorage.clear());
  await visit.driver.get("about:blank");
  await visit.driver.get(address);
  await visit.shown();
}

/** As the clerk, with three answers, where parts are handed out. */
async function clerk(visit) {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("software-copyrights"), "3");
  await visit.place("evidence");
  await visit.click("#hand-out");
  await visit.until("the departments are shown", ({ one }) => !!one(".hand-to"));
}

async function noViolations(visit, screen) {
  await visit.run(({ element }, source) => { if (!window.axe) new element.ownerDocument.defaultView.Function(source)(); }, axe.source);
  const found = await visit.driver.executeAsyncScript(`
    const done = arguments[0];
    axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } })
      .then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | "))));`);
  assert.deepEqual(found, [], screen);
  const wide = await visit.run(({ element }) => element.scrollWidth - element.clientWidth);
  assert.ok(wide <= 0, `${screen} is ${wide} px wider than its place`);
}

inBrowser("a part goes out as a file, is filled in elsewhere, comes back, and is taken by decisions alone", { before: watch }, async (visit) => {
  await clerk(visit);
  await visit.requests();
  assert.match(await visit.text(".hand-to"), /生产、设备部门共 \d+ 题，还有 \d+ 题没有定/);
  await visit.click(handOut("生产、设备部门"));
  await visit.clickText("存成文件");
  const out = await handedOut(visit);
  assert.match(out.name, /^生产、设备部门 \d{4}-\d\d-\d\d\.readiness\.json$/);
  const handed = JSON.parse(out.text);
  assert.deepEqual(handed.part, { department: "production", state: "to-fill" });
  assert.deepEqual(handed.answers, { "equipment-kinds": 8 }, "only its own questions");
  await visit.untilText(".hand-to [role=status]", out.name);
  const mine = await visit.run((_, key) => localStorage.getItem(key), KEY);

  // The colleague has a draft of their own.
  await elsewhere(visit, `${ADDRESS}/pages/plain.html`);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "2");
  await visit.place("exchange");
  await paste(visit, out.text);
  assert.match(await visit.text(".opened"), /请您填的一部分.*生产、设备部门.*放到一边，随时可以恢复/);
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 2 }, "it is as it was");
  await visit.clickText("填这一部分");
  await visit.until("the first page of the part", ({ one, root }) => !!one(".part-banner") && root.activeElement === one("#heading"));
  assert.match(await visit.text(".part-banner"), /正在填：生产、设备部门，\d+ 题，已答 1 题/);
  assert.equal(await visit.run(({ one }) => one("#q-software-copyrights")), null, "others are not shown");
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  await visit.type(field("equipment-kinds"), "6");
  await visit.type(field("equipment-sets"), "23");
  // It outlives a reload.
  await visit.reload();
  await visit.untilText(".part-banner", "已答 2 题");
  await visit.clickText("看全部题目");
  await visit.until("all are shown", ({ one }) => !!one("#q-software-copyrights"));
  await visit.type(field("software-copyrights"), "9");
  await visit.clickText("只看这一部分");
  await visit.until("only the part is shown", ({ one }) => !one("#q-software-copyrights"));
  await visit.clickText("交回");
  await visit.until("it can be handed back", ({ one }) => !!one(".hand-back"));
  await visit.type("#part-by", "王工");
  await visit.clickText("存成文件交回");
  const back = await handedOut(visit);
  assert.match(back.name, /^生产、设备部门 王工 \d{4}-\d\d-\d\d\.readiness\.json$/);
  assert.deepEqual(JSON.parse(back.text).part, { department: "production", state: "filled", by: "王工" });
  await visit.clickText("恢复之前的答案");
  await visit.until("their own draft is back", ({ one }) => !one(".part-banner"));
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 2 });

  // Back with the clerk.
  await visit.run((_, key, text) => { localStorage.clear(); localStorage.setItem(key, text); }, KEY, mine);
  await visit.driver.get("about:blank");
  await visit.driver.get(`${ADDRESS}/pages/plain.html`);
  await visit.shown();
  await visit.place("exchange");
  await paste(visit, back.text);
  const day = new Date().getFullYear();
  assert.match(await visit.text(".opened"), new RegExp(`生产、设备部门交回的答案.*王工.*${day}-.*新的 1 题.*一样 0 题.*不一样 1 题`));
  assert.match(await visit.text(".conflict"), new RegExp(`您：8 种.*生产、设备部门 王工（${day}-\\d\\d-\\d\\d）：6 种`));
  assert.equal(await visit.run(({ all }) => all(".conflict input:checked, .outside input:checked").length), 0, "nothing is decided beforehand");
  assert.match(await visit.text(".outside"), /不是这一部分的题：1 题.*您 3 件，他们 9 件/);
  await visit.clickText("收下这一部分");
  await visit.until("the conflict is told", ({ one, root }) => root.activeElement === one("#undecided"));
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 8, "software-copyrights": 3 });
  await visit.click(".conflict input[value=theirs]");
  await visit.clickText("收下这一部分");
  await visit.until("how departments stand is shown", ({ one, root }) => !!one(".hand-to") && root.activeElement === one("#hand-out"));
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 6, "equipment-sets": 23, "software-copyrights": 3 });
  assert.match(await visit.text(".hand-to"), /已收下 2 题，最近：生产、设备部门 王工/);
  await visit.step(0);
  assert.match(await visit.text("#q-equipment-sets .given-by"), new RegExp(`填写：生产、设备部门 王工（${day}-\\d\\d-\\d\\d）`));
  // Whoever changes it has said it.
  await visit.type(field("equipment-sets"), "24");
  await visit.until("it is the visitor's own", ({ one }) => !one("#q-equipment-sets .given-by"));
  assert.deepEqual(Object.keys((await kept(visit)).sheet.document.said), ["equipment-kinds"]);
  assert.deepEqual((await visit.requests()).filter(({ url }) => !/^(blob|data):/.test(url) && !url.startsWith(ADDRESS)), []);
});

inBrowser("a part goes out as a link and a QR code, and comes back as a link; nothing leaves the page", { before: watch }, async (visit) => {
  await clerk(visit);
  await visit.requests();
  await visit.click(handOut("技术研发部门（含知识产权）"));
  await visit.until("its ways are shown", ({ one }) => !!one("#part-link"));
  const link = await visit.value("#part-link");
  assert.match(link, /^http.*\/pages\/plain\.html#readiness=[0-9A-Z-]+&part=research$/);
  await visit.clickText("二维码");
  await visit.run(({ one }) => one(".hand-to .qr").scrollIntoView({ block: "center" }));
  const { data } = await visit.cdp("Page.captureScreenshot", { format: "png" });
  assert.equal(inScreenshot(data), link);
  await visit.clickText("复制链接");
  await visit.untilText(".hand-to .to-copy [role=status]", "已复制");
  assert.deepEqual((await visit.requests()).filter(({ url }) => !/^(blob|data):/.test(url)), []);
  const mine = await visit.run((_, key) => localStorage.getItem(key), KEY);

  await elsewhere(visit, link);
  await visit.untilText(".widget", "请您填的一部分：技术研发部门（含知识产权），");
  await visit.clickText("打开看看");
  await visit.clickText("填这一部分");
  await visit.until("the part is filled in", ({ one }) => !!one(".part-banner") && !!one("#q-software-copyrights"));
  await visit.type(field("software-copyrights"), "5");
  // Who reloads the link is not asked again.
  await visit.reload();
  await visit.untilText(".part-banner", "技术研发部门");
  assert.doesNotMatch(await visit.text(".widget"), /请您填的一部分/);
  await visit.clickText("交回");
  await visit.until("it can be handed back", ({ one }) => !!one(".hand-back"));
  const back = await visit.value("#part-link");
  assert.match(back, /&filled=research$/);
  assert.equal(await visit.value("#part-code"), /readiness=([0-9A-Z-]+)&/.exec(back)[1]);

  await visit.run((_, key, text) => { localStorage.clear(); localStorage.setItem(key, text); }, KEY, mine);
  await visit.driver.get("about:blank");
  await visit.driver.get(back);
  await visit.shown();
  await visit.untilText(".widget", "技术研发部门（含知识产权）交回了他们的部分");
  await visit.clickText("打开看看");
  await visit.until("it lies there", ({ one }) => !!one(".opened"));
  assert.match(await visit.text(".opened"), /没有写.*不详：链接和短码不带时间.*不一样 1 题/);
  assert.match(await visit.text(".conflict"), /您：3 件.*技术研发部门（含知识产权）：5 件/);

  // A code that names no part is what it always was, and can be said to be one.
  await visit.clickText("不要，关闭");
  await paste(visit, /readiness=([0-9A-Z-]+)&/.exec(back)[1]);
  assert.match(await visit.text(".opened"), /用这份，换下我的/);
  await visit.clickText("这是一个部门的部分？");
  await visit.click(".which-part input[value=research]");
  await visit.clickText("是他们交回的");
  await visit.untilText(".opened", "技术研发部门（含知识产权）交回的答案");
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 8, "software-copyrights": 3 });
});

inBrowser("with the keyboard, on a narrow screen, and nothing for axe to find", { before: watch, width: 360, height: 740 }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.place("exchange");
  await visit.tabTo(".exchange > .slot > button");
  await visit.press(Key.ENTER);
  await visit.until("the departments have the focus", ({ one, root }) => !!one(".hand-to") && root.activeElement === one("#hand-out"));
  await visit.tabTo(handOut("质量部门"));
  await visit.press(Key.ENTER);
  await visit.until("its ways are shown", ({ root, one }) => !!one("#part-link") && root.activeElement.getAttribute("aria-expanded") === "true");
  await noViolations(visit, "handing out");
  await visit.tabTo(".hand-to .carriers button");
  await visit.press(Key.ENTER);
  const out = await handedOut(visit);
  await visit.place("exchange");
  await paste(visit, out.text);
  await noViolations(visit, "a part to fill in");
  await visit.tabTo(".opened .primary");
  await visit.press(Key.ENTER);
  await visit.until("the part is filled in", ({ one, root }) => !!one(".part-banner") && root.activeElement === one("#heading"));
  await noViolations(visit, "filling in");
  await visit.tabTo(".part-banner button:last-child", { back: true });
  await visit.press(Key.ENTER);
  await visit.until("it can be handed back", ({ one }) => !!one(".hand-back"));
  await visit.type("#part-by", "李工");
  await noViolations(visit, "handing back");
  await visit.tabTo(".hand-back .carriers button");
  await visit.press(Key.ENTER);
  const back = JSON.parse((await handedOut(visit)).text);
  await visit.clickText("恢复之前的答案");
  await visit.until("the whole is back", ({ one }) => !one(".part-banner"));
  await visit.place("exchange");
  await paste(visit, JSON.stringify({ ...back, answers: { ...back.answers, "equipment-kinds": 4 } }));
  await noViolations(visit, "a part that came back");
  await visit.tabTo(".outside input");
  await visit.press(Key.SPACE);
  await visit.tabTo(".opened .primary");
  await visit.press(Key.ENTER);
  await visit.until("how departments stand is shown", ({ one }) => !!one(".hand-to"));
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 4 });
});

inBrowser("a part that is broken says so with its place, and changes nothing", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.place("exchange");
  const file = (part) => JSON.stringify({ format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers: {}, part });
  for (const [part, said] of [
    [{ department: "kitchen", state: "filled" }, /part\/department：这里没有部门“kitchen”/],
    [{ department: "quality", state: "lost" }, /part\/state：内容不对/],
    [{ department: "quality", state: "filled", who: "x" }, /part\/who：这里不认识这一项/],
  ]) {
    await paste(visit, file(part));
    assert.match(await visit.text(".opened"), said);
  }
  assert.deepEqual(await answersOf(visit), { "equipment-kinds": 8 });
});

/** A standard of a host: the shipped one under an id of its own, without this department. */
async function ofAHost(department) {
  const name = (await readdir(process.env.DIST)).find((name) => /^data-[0-9a-f]+\.json$/.test(name));
  const { standards: [{ hash: _, ...shipped }] } = JSON.parse(await readFile(path.join(process.env.DIST, name), "utf8"));
  const departments = shipped.departments.filter(({ id }) => id !== department);
  const questions = shipped.questions.map((question) => (question.department === department ? { ...question, department: departments[0].id } : question));
  return JSON.stringify({ ...shipped, id: "host-1", departments, questions });
}

inBrowser("where the page shows a standard of its host that lacks the department, a part says so with its place, and changes nothing", { before: watch }, async (visit) => {
  await clerk(visit);
  await visit.click(handOut("生产、设备部门"));
  await visit.clickText("存成文件");
  const out = await handedOut(visit);
  const link = await visit.value("#part-link");
  const own = await ofAHost("production");
  const page = `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/readiness-check.js"></script><readiness-check standard="/own.json" lang="zh-CN"></readiness-check>`;
  const spoil = (answer) => {
    if (answer.name === "own.json") Object.assign(answer, { status: 200, body: own });
    if (answer.name === "host.html") Object.assign(answer, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: page });
  };
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/host.html`);
    await visit.shown();
    await visit.begin();
    await visit.type(field("equipment-kinds"), "2");
    await visit.place("exchange");
    const mine = () => visit.run(() => Object.entries(localStorage).filter(([key]) => /:host-1$/.test(key)));
    const before = await mine();
    assert.equal(before.length, 1);
    for (const text of [out.text, link]) {
      await paste(visit, text);
      assert.match(await visit.text(".opened .error"), /part\/department：这里没有部门“生产、设备部门”/);
      assert.match(await visit.text(".opened"), /您自己的答案没有动/);
    }
    assert.deepEqual(await mine(), before);
    assert.equal(await visit.run(({ one }) => !!one(".part-banner")), false);
  });
});
