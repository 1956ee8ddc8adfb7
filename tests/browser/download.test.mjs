// What the browser really saves: the files in a folder of the visitor, their names and their bytes, and opened again from
// there.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { arrived, begun } from "./arrivals.mjs";
import { inBrowser } from "./browser.mjs";
import { connect } from "./devtools.mjs";

/** A test whose browser saves into an empty folder; `body` is given what waits for the next file there. */
function saving(name, body) {
  inBrowser(name, { alone: true }, async (visit) => {
    const folder = await mkdtemp(path.join(tmpdir(), "下载 "));
    const browser = await connect(visit.driver);
    try {
      await browser.ask("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
      /** The file that is saved by `act`, once all of it is there: its name, its path and its bytes. */
      const saved = async (act) => {
        const before = await readdir(folder);
        // Asked of the browser: the name stands in the folder before the bytes do.
        const [{ state }] = await Promise.all([browser.event("Browser.downloadProgress", ({ state }) => state !== "inProgress"), act()]);
        assert.equal(state, "completed");
        const found = (await readdir(folder)).filter((name) => !before.includes(name));
        assert.equal(found.length, 1, `${found}`);
        const file = path.join(folder, found[0]);
        return { name: found[0], file, bytes: await readFile(file) };
      };
      await body(visit, saved);
    } finally {
      browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** Opens a file by its name in a page where nothing is kept, and takes it over. */
async function openedAgain(visit, file) {
  await visit.run(() => localStorage.clear());
  await visit.open("plain");
  await visit.begin();
  await visit.place("exchange");
  await (await visit.find("#open-file")).sendKeys(file);
  await arrived(visit);
  // The next one may have the same name.
  await rm(file);
}

const MINE = { "equipment-kinds": 8, "software-copyrights": 3 };
const undated = (bytes) => bytes.toString("utf8").replace(/"date":"[^"]*"/, '"date":""');

saving("a file arrives whole under its name in Chinese; opened and saved again it has the same bytes", async (visit, saved) => {
  await begun(visit, "北仑/一厂：“冲压”");
  const first = await saved(() => visit.clickText("存成文件"));
  assert.match(first.name, /^北仑一厂：“冲压” \d{4}-\d\d-\d\d\.readiness\.json$/);
  assert.equal(first.bytes[0], "{".charCodeAt(0), "without a mark, which JSON does not have");
  const document = JSON.parse(first.bytes.toString("utf8"));
  assert.deepEqual([document.answers, document.profile.plant], [MINE, "北仑/一厂：“冲压”"]);
  await visit.clickText("没有看到下载？");
  assert.equal(await visit.value("#handed"), first.bytes.toString("utf8"), "the text to copy is the file");

  await openedAgain(visit, first.file);
  await visit.clickText("使用这份答案");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  await visit.place("exchange");
  const again = await saved(() => visit.clickText("存成文件"));
  assert.equal(undated(again.bytes), undated(first.bytes));
});

saving("a table arrives with the mark by which Excel knows UTF-8; opened and saved again it has the same bytes", async (visit, saved) => {
  await begun(visit, "北仑/一厂：“冲压”");
  const first = await saved(() => visit.clickText("存成表格（CSV）"));
  assert.match(first.name, /^北仑一厂：“冲压” \d{4}-\d\d-\d\d\.csv$/);
  assert.deepEqual([...first.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, ...rows] = first.bytes.subarray(3).toString("utf8").split("\r\n");
  assert.match(head, /^编号,题目,答案,单位,/);
  assert.ok(rows.some((row) => /^equipment-kinds,.*关键智能制造装备.*,8,台?/.test(row)), rows[0]);

  await openedAgain(visit, first.file);
  await visit.clickText("使用这份答案");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  await visit.place("exchange");
  const again = await saved(() => visit.clickText("存成表格（CSV）"));
  assert.deepEqual(again.bytes, first.bytes);
});

saving("the part of a department arrives under the name of the department, and is opened as that part", async (visit, saved) => {
  await begun(visit, "北仑/一厂：“冲压”");
  await visit.place("evidence");
  await visit.click("#hand-out");
  await visit.click('.hand-to button[aria-label="分出去：生产、设备部门"]');
  const part = await saved(() => visit.clickText("存成文件"));
  assert.match(part.name, /^生产、设备部门 \d{4}-\d\d-\d\d\.readiness\.json$/);
  const document = JSON.parse(part.bytes.toString("utf8"));
  assert.deepEqual([document.part, document.answers], [{ department: "production", state: "to-fill" }, { "equipment-kinds": 8 }]);

  await openedAgain(visit, part.file);
  await visit.clickText("填这一部分");
  await visit.untilText(".part-banner", "正在填：生产、设备部门");
  await visit.clickText("交回");
  await visit.type("#part-by", "王工");
  const back = await saved(() => visit.clickText("存成文件交回"));
  assert.match(back.name, /^生产、设备部门 王工 \d{4}-\d\d-\d\d\.readiness\.json$/);
  assert.deepEqual(JSON.parse(back.bytes.toString("utf8")).part, { department: "production", state: "filled", by: "王工" });
});
