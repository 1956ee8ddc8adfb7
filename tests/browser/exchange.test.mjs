// Answers that come and go: saved, copied, opened by every way there is, and always beside the draft.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { best } from "./answers.mjs";
import { arrived, begun, paste } from "./arrivals.mjs";
import { ADDRESS, field, inBrowser, Key } from "./browser.mjs";
import { inScreenshot } from "./qr.mjs";

const CODE = /^[0-9A-HJKMNP-TV-Z]{1,4}(-[0-9A-HJKMNP-TV-Z]{1,4})+$/;

/** In each page before its scripts: what is handed to the browser to be saved is held, and what is read is noted. */
const watch = () => {
  window.saved = [];
  window.reads = 0;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.saved.push({ blob, name: null });
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () { window.saved[window.saved.length - 1].name = this.download; };
  const read = FileReader.prototype.readAsArrayBuffer;
  FileReader.prototype.readAsArrayBuffer = function (blob) { window.reads += 1; return read.call(this, blob); };
};

/** The last file that was handed out: its name, its type, and its bytes as text. */
async function handedOut(visit) {
  await visit.until("a file is handed out", () => window.saved.some(({ name }) => name));
  return visit.driver.executeAsyncScript(`
    const done = arguments[0];
    const { blob, name } = window.saved.splice(0).pop();
    const reader = new FileReader();
    reader.onload = () => done({ name, type: blob.type, bytes: [...new Uint8Array(reader.result)] });
    reader.readAsArrayBuffer(blob);`);
}

const textOf = ({ bytes }) => Buffer.from(bytes).toString("utf8");

/** What the draft in the storage answers. */
const kept = (visit) => visit.run(() => JSON.parse(localStorage.getItem("readiness-check:ningbo-3511-2018")).sheet.document.answers);
const MINE = { "equipment-kinds": 8, "software-copyrights": 3 };

const document = (answers, more = {}) => ({ format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers, ...more });

async function inFolder(act) {
  const folder = await mkdtemp(path.join(tmpdir(), "答案 "));
  try {
    return await act(async (name, content) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

inBrowser("a file, a table, the code and the link hold the answers, and nothing leaves the page", { before: watch }, async (visit) => {
  await begun(visit, "北仑/一厂");
  await visit.requests();

  await visit.clickText("存成文件");
  const file = await handedOut(visit);
  assert.match(file.name, /^北仑一厂 \d{4}-\d\d-\d\d\.readiness\.json$/);
  assert.match(file.type, /^application\/json/);
  const { saved, ...answers } = JSON.parse(textOf(file));
  assert.deepEqual(answers, document(MINE, { profile: { plant: "北仑/一厂" } }));
  assert.match(saved.date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  assert.match(saved.hash, /^[0-9a-f]{64}$/);
  await visit.untilText(".panel [role=status]", file.name);
  // Where nothing is downloaded, the same text can be copied.
  await visit.clickText("没有看到下载？");
  assert.equal(await visit.value("#handed"), textOf(file));

  await visit.clickText("存成表格（CSV）");
  const table = await handedOut(visit);
  assert.match(table.name, /^北仑一厂 .*\.csv$/);
  assert.deepEqual(table.bytes.slice(0, 3), [0xef, 0xbb, 0xbf], "the mark by which Excel knows UTF-8");
  assert.match(textOf(table), /\r\nequipment-kinds,[^\r]*,8,/);

  const code = await visit.value("#short-code");
  assert.match(code, CODE);
  assert.equal(await visit.value("#code-link"), `${ADDRESS}/pages/plain.html#readiness=${code}`);
  // From the screen of a PC to the camera of a telephone.
  await visit.clickText("二维码");
  await visit.run(({ one }) => one(".qr").scrollIntoView({ block: "center" }));
  const { data } = await visit.cdp("Page.captureScreenshot", { format: "png" });
  assert.equal(inScreenshot(data), `${ADDRESS}/pages/plain.html#readiness=${code}`);
  assert.deepEqual((await visit.requests()).filter(({ url }) => !url.startsWith("blob:")), []);

  // What was handed out is no longer so once an answer is another.
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "9");
  await visit.place("exchange");
  assert.equal(await visit.run(({ one }) => one("#handed")), null);
});

inBrowser("the code is copied and pasted with the keyboard, and lies beside the draft", {}, async (visit) => {
  await begun(visit, "北仑/一厂");
  const code = await visit.value("#short-code");
  await visit.tabTo(".code button");
  await visit.press(Key.ENTER);
  await visit.untilText(".code [role=status]", "已复制");
  await visit.tabTo("#open-text", { back: true });
  await visit.driver.actions().keyDown(Key.CONTROL).sendKeys("v").keyUp(Key.CONTROL).perform();
  assert.equal(await visit.value("#open-text"), code);
  await visit.tabTo(".drop .primary");
  await visit.press(Key.ENTER);
  await arrived(visit);
  // The plant is no part of a code.
  assert.match(await visit.text(".opened"), /短码.*离散型.*已答2\/\d+ 题.*和您现在的答案一样/);
  await visit.tabTo(".opened .actions button");
  await visit.press(Key.ENTER);
  await visit.until("it is put away", ({ one, root }) => !one(".opened") && root.activeElement === one("#heading"));
});

const oldCopy = () => Object.defineProperty(navigator, "clipboard", { value: undefined });

inBrowser("on a page without https that adds words to what is copied, the code is copied alone", { before: oldCopy }, async (visit) => {
  await begun(visit, "北仑/一厂");
  await visit.run(() => window.document.addEventListener("copy", (event) => {
    event.clipboardData.setData("text/plain", "转载请注明出处");
    event.preventDefault();
  }, true));
  const code = await visit.value("#short-code");
  await visit.click(".code button");
  await visit.untilText(".code [role=status]", "已复制");
  await visit.click("#open-text");
  await visit.driver.actions().keyDown(Key.CONTROL).sendKeys("v").keyUp(Key.CONTROL).perform();
  assert.equal(await visit.value("#open-text"), code);
});

inBrowser("where nothing may be copied the text is selected, and it is said how to copy it", { before: oldCopy }, async (visit) => {
  await begun(visit, "北仑/一厂");
  await visit.run(() => { window.document.execCommand = () => false; });
  await visit.click(".code button");
  await visit.untilText(".code [role=status]", "浏览器没有让复制");
  const selected = await visit.run(({ root, one }) => {
    const area = one("#short-code");
    return root.activeElement === area && area.value.slice(area.selectionStart, area.selectionEnd) === area.value;
  });
  assert.ok(selected);
});

inBrowser("a file that is chosen is compared, and merged once each conflict is decided, with the keyboard", {}, async (visit) => {
  await begun(visit, "北仑/一厂");
  await visit.requests();
  await inFolder(async (write) => {
    const theirs = document({ "equipment-kinds": 8, "software-copyrights": 5, "equipment-sets": 30 }, { saved: { date: "2026-01-09T14:30:00+08:00", engine: "0.1.0", hash: "0".repeat(64) } });
    await (await visit.find("#open-file")).sendKeys(await write("去年.readiness.json", `\ufeff${JSON.stringify(theirs)}`));
    await arrived(visit);
  });
  assert.match(await visit.text(".opened dl"), /文件.*2026-01-09 14:30.*已答3\/\d+ 题/);
  assert.match(await visit.text(".opened"), /标准的数据有过更新/);
  assert.match(await visit.text(".two-sides"), /关键智能制造装备达到达到.*就绪度指数/);
  await visit.tabTo(".opened summary");
  await visit.press(Key.ENTER);
  assert.match(await visit.text(".opened details"), /2 处不同.*3 件.*5 件.*未答.*30 台|2 处不同.*未答.*30 台.*3 件.*5 件/);
  assert.deepEqual(await kept(visit), MINE);

  await visit.tabTo(".deal section:last-child > button");
  await visit.press(Key.ENTER);
  await visit.until("the conflict is told", ({ one, root }) => root.activeElement === one("#undecided"));
  assert.deepEqual(await kept(visit), MINE);
  await visit.tabTo(".conflict input", { back: true });
  await visit.press(Key.SPACE, Key.ARROW_DOWN);
  await visit.until("the other side is chosen", ({ one }) => one(".conflict input[value=theirs]").checked && !one("#undecided"));
  await visit.tabTo(".deal section:last-child > button");
  await visit.press(Key.ENTER);
  await visit.until("the result is entered", ({ one, root }) => !!one(".result") && root.activeElement === one("#heading") && !one(".frame[aria-busy]"));
  assert.deepEqual(await kept(visit), { "equipment-kinds": 8, "equipment-sets": 30, "software-copyrights": 5 });
  await visit.clickText("恢复之前的答案");
  await visit.until("they are back", () => !localStorage.getItem("readiness-check:ningbo-3511-2018").split('"replaced"')[0].includes('"equipment-sets":30'));
  assert.deepEqual(await kept(visit), MINE);
  assert.deepEqual(await visit.requests(), [], "nothing leaves the page");
});

inBrowser("a table that is dropped takes the place of the draft, which can be brought back; the page around hears no drop", { before: watch }, async (visit) => {
  await begun(visit, "北仑/一厂");
  await visit.clickText("存成表格（CSV）");
  const table = textOf(await handedOut(visit)).replace(/(\r\nequipment-kinds,[^\r]*,)8,/, "$112,");
  const drop = ({ one }, text) => {
    window.heard = 0;
    window.document.addEventListener("drop", () => { window.heard += 1; });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "答案.csv", { type: "text/csv" }));
    const over = new DragEvent("dragover", { dataTransfer, bubbles: true, composed: true, cancelable: true });
    one("#open-drop").dispatchEvent(over);
    const lit = one(".drop").matches(".over");
    one("#open-drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    return [over.defaultPrevented, lit, window.heard, one(".drop").matches(".over")];
  };
  await visit.requests();
  assert.deepEqual(await visit.run(drop, table), [true, true, 0, false]);
  await arrived(visit);
  assert.match(await visit.text(".opened dl"), /表格/);
  await visit.clickText("用这份，换下我的");
  await visit.until("the result is entered", ({ one, root }) => !!one(".result") && root.activeElement === one("#heading") && !one(".frame[aria-busy]"));
  assert.deepEqual(await kept(visit), { ...MINE, "equipment-kinds": 12 });
  await visit.clickText("恢复之前的答案");
  assert.deepEqual((await visit.requests()).filter(({ url }) => !url.startsWith("blob:")), [], "nothing leaves the page");
  await visit.until("they are back", ({ one }) => one(".screen") && JSON.parse(localStorage.getItem("readiness-check:ningbo-3511-2018")).sheet.document.answers["equipment-kinds"] === 8);
});

inBrowser("what cannot be opened says why and where, and changes nothing", { before: watch }, async (visit) => {
  await begun(visit, "北仑/一厂");
  const whole = JSON.stringify(document({ "equipment-kinds": 1 }));
  const code = await visit.value("#short-code");
  const wrong = (place) => [...code].map((letter, index) => (index === place ? (letter === "0" ? "1" : "0") : letter)).join("");
  const cases = [
    [whole.slice(0, -9), /不完整.*第 1 行/],
    [JSON.stringify(document({ "equipment-kinds": -1, nobody: 3 })), /关键智能制造装备.*超出范围.*answers\/nobody：标准里没有编号“nobody”/],
    [whole.replace("answers\"", "assessment\""), /不是本工具的答案文件/],
    [JSON.stringify({ ...document({}), version: 2 }), /更新的版本/],
    [whole.replace("2018", "1999"), /这里没有标准“ningbo-3511-1999”/],
    [code.slice(0, -6), /不完整：只有 \d+ 个字符，应有 \d+ 个/],
    [wrong(12), /不对，多半在第 3 组/],
    [code.replace("-", "-#"), /第 2 组第 1 个字符是“#”/],
    ["编号,答案,标准,类型\nequipment-kinds,很多,ningbo-3511-2018,discrete\nx,1,ningbo-3511-2018,discrete", /第 2 行第 2 列.*第 3 行第 1 列：标准里没有编号“x”/],
    ["<script>alert(1)</script>", /不是本工具存的文件/],
    ["  ", /没有内容/],
    [`{"a":${"[".repeat(100000)}`, /不完整/],
  ];
  for (const [text, said] of cases) {
    await paste(visit, text);
    assert.match(await visit.text(".opened"), said, text.slice(0, 80));
    assert.match(await visit.text(".opened"), /您自己的答案没有动/);
  }
  await inFolder(async (write) => {
    const open = async (name, content, said) => {
      await (await visit.find("#open-file")).sendKeys(await write(name, content));
      await visit.until(`it says ${said}`, ({ one }, said) => new RegExp(said).test(one(".opened")?.textContent ?? ""), said);
    };
    await open("答案.xlsx", Buffer.from("504b0304140006", "hex"), "工作簿");
    await open("答案.csv", Buffer.from("b1e0bac52cb4f0b0b8", "hex"), "GBK");
    const reads = await visit.run(() => window.reads);
    assert.equal(reads, 2);
    await open("大.json", Buffer.alloc(10 * 1024 * 1024 + 1, "["), "10 MB");
    assert.equal(await visit.run(() => window.reads), reads, "it is refused unread");
  });
  assert.deepEqual(await kept(visit), MINE);
});

inBrowser("a link is offered, never over the draft, and not again once it is the draft; the address stays", { page: null }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/plain.html`);
  await visit.shown();
  await visit.run(({ element }, document) => { element.answers = document; }, await best("discrete"));
  await visit.begin();
  await visit.place("exchange");
  const code = await visit.value("#short-code");
  await visit.run(({ element }) => element.reset());

  const address = `${ADDRESS}/pages/plain.html#readiness=${code}`;
  await visit.driver.get("about:blank");
  await visit.driver.get(address);
  await visit.shown();
  await visit.untilText(".widget", "收到一份答案（短码");
  assert.equal(await visit.run(() => window.document.activeElement.localName), "body", "the focus is not taken");
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.clickText("打开看看");
  await visit.until("it lies there", ({ one, root }) => !!one(".opened") && root.activeElement === one("#heading"));
  assert.deepEqual(await kept(visit), { "equipment-kinds": 8 });
  await visit.clickText("用这份，换下我的");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".opened"));
  assert.equal(await visit.run(() => location.href), address);
  await visit.reload();
  await visit.until("the draft is there", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  assert.equal(await visit.run(({ all }) => all(".notice").filter((notice) => notice.textContent.includes("收到")).length), 0);

  // Another link in the same page, cut on its way.
  await visit.run((_, hash) => { location.hash = hash; }, `#readiness=${code.slice(0, -5)}`);
  await visit.untilText(".widget", "网址里的短码打不开");
  await visit.clickText("打开看看");
  await visit.untilText(".opened .error", "短码不完整");
});

inBrowser("a sandboxed frame opens a link, and gives the code to be copied", { page: null }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/plain.html`);
  await visit.shown();
  await begun(visit, "北仑/一厂");
  const code = await visit.value("#short-code");
  await visit.run((_, code) => {
    const frame = window.document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.style.cssText = "width:100%;height:900px";
    frame.src = `/frame.html?lang=zh-CN#readiness=${code}`;
    window.document.body.replaceChildren(frame);
  }, code);
  await visit.enterFrame();
  await visit.untilText(".widget", "收到一份答案（短码");
  await visit.clickText("打开看看");
  await visit.clickText("使用这份答案");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  await visit.place("exchange");
  assert.equal(await visit.value("#short-code"), code);
  await visit.clickText("存成文件");
  await visit.clickText("没有看到下载？");
  assert.equal(JSON.parse(await visit.value("#handed")).answers["equipment-kinds"], 8);
});
