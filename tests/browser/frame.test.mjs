// The frame, on a page of another origin: settings, height, and whose messages are accepted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";
import { ADDRESS, choice, inBrowser } from "./browser.mjs";
import { during, serve } from "./server.mjs";

let elsewhere;
before(async () => { elsewhere = await serve(); });
after(() => elsewhere.close());

/** Opens the page with one frame for each of `frames`, the queries of their addresses. */
async function open(visit, { files = elsewhere.address, frames = ["lang=en"], host = ADDRESS, ...more } = {}) {
  const asked = new URLSearchParams({ files, ...more });
  for (const frame of frames) asked.append("frame", frame);
  await visit.driver.get(`${host}/pages/frames.html?${asked}`);
}

/** Does something inside a frame, and leaves it again. */
async function inside(visit, which, act) {
  await visit.driver.switchTo().frame(which);
  try {
    return await act();
  } finally {
    await visit.driver.switchTo().defaultContent();
  }
}

const heights = (visit) => visit.run(() => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight));
const contentOf = (visit, which) => inside(visit, which, () => visit.run(() => Math.ceil(document.getElementById("content").getBoundingClientRect().height)));
const scrolls = (visit, which) => inside(visit, which, () => visit.run(() => document.documentElement.scrollHeight > document.documentElement.clientHeight));

/** Waits until a frame is as high as its content, give or take the few px that shrinking content may leave. */
async function fits(visit, which = 0) {
  // Browsers do not draw frames of another origin that are out of view.
  await visit.run((_, which) => document.querySelectorAll("iframe")[which].scrollIntoView(), which);
  await inside(visit, which, () => visit.shown());
  await visit.driver.wait(async () => {
    const [frame, content] = [(await heights(visit))[which], await contentOf(visit, which)];
    return frame >= content && frame < content + 8;
  }, 15_000, `waited in vain until frame ${which} fits`, 25);
}

inBrowser("the frame is as high as its content, before and after the visitor begins, and shrinks again", { page: null }, async (visit) => {
  await open(visit);
  await fits(visit);
  const [start] = await heights(visit);
  assert.ok(start >= 200 && start < 5000, `${start}`);
  await inside(visit, 0, () => visit.begin());
  await fits(visit);
  const [begun] = await heights(visit);
  assert.ok(Math.abs(begun - start) > 100, `${start} and ${begun}`);
  assert.equal(await scrolls(visit, 0), false, "one scroll bar is enough");
  await inside(visit, 0, () => visit.place("result"));
  await fits(visit);
  const [result] = await heights(visit);
  await inside(visit, 0, () => visit.step(1));
  await fits(visit);
  assert.ok((await heights(visit))[0] < result, "it shrinks");
});

inBrowser("a narrow frame is higher, and none scrolls sideways", { page: null, width: 360 }, async (visit) => {
  await open(visit);
  await fits(visit);
  const [narrow] = await heights(visit);
  assert.equal(await inside(visit, 0, () => visit.run(() => document.documentElement.scrollWidth > innerWidth)), false);
  await visit.resize(1280);
  await fits(visit);
  assert.ok((await heights(visit))[0] < narrow);
});

inBrowser("the message is a height and nothing more", { page: null }, async (visit) => {
  await open(visit, { frames: ["lang=en&id=first"] });
  await fits(visit);
  await inside(visit, 0, async () => {
    await visit.begin();
    await visit.click(".open-answers input");
  });
  await fits(visit);
  const heard = await visit.run(() => window.heard);
  assert.ok(heard.length >= 2);
  for (const { origin, data } of heard) {
    assert.equal(origin, elsewhere.address);
    assert.deepEqual(Object.keys(data).sort(), ["height", "id", "ns", "v"]);
    assert.deepEqual([data.ns, data.v, data.id], ["readiness-check", 1, "first"]);
    assert.ok(Number.isInteger(data.height) && data.height >= 200 && data.height <= 20_000, `${data.height}`);
  }
});

inBrowser("settings come from the address; what is unknown or not allowed does no harm", { page: null }, async (visit) => {
  await open(visit, { frames: ["lang=en&storage=none&storage-key=mine&theme=dark&standard=ningbo-3511-2018&onclick=x&class=y", "theme=pink"] });
  await fits(visit, 0);
  await fits(visit, 1);
  const attributes = (which) => inside(visit, which, () =>
    visit.run(({ element }) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))));
  const own = { "data-own-origin": "", class: "needsclick", history: "on", sharing: "off" };
  assert.deepEqual(await attributes(0), { ...own, lang: "en", storage: "none", "storage-key": "mine", theme: "dark", standard: "ningbo-3511-2018" });
  assert.deepEqual(await attributes(1), { ...own, theme: "pink" });
  assert.equal(await inside(visit, 0, () => visit.run(() => document.documentElement.lang)), "en");
  assert.equal(await inside(visit, 1, () => visit.run(({ one }) => one(".widget").lang)), "zh-CN");
});

inBrowser("two frames on a page do not take each other's messages", { page: null }, async (visit) => {
  await open(visit, { frames: ["lang=en&storage=none", "lang=zh-CN&storage=none"] });
  await fits(visit, 0);
  await fits(visit, 1);
  const [, second] = await heights(visit);
  await inside(visit, 0, async () => {
    await visit.begin();
    await visit.place("result");
  });
  await fits(visit, 0);
  const now = await heights(visit);
  assert.equal(now[1], second);
  assert.notEqual(now[0], now[1]);
  await fits(visit, 1);
});

for (const [what, sandbox] of [
  ["with its origin", "allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-modals"],
  ["without its origin, where nothing can be kept", "allow-scripts allow-forms allow-downloads allow-popups allow-modals"],
]) {
  inBrowser(`it works in a sandbox ${what}`, { page: null }, async (visit) => {
    await open(visit, { sandbox });
    await fits(visit);
    await inside(visit, 0, async () => {
      await visit.begin();
      await visit.step(3);
      await visit.click(choice("material-moves", "called"));
      await visit.until("it is chosen", ({ one }, s) => one(s).checked, choice("material-moves", "called"));
    });
    await fits(visit);
    const origins = await visit.run(() => [...new Set(window.heard.map(({ origin }) => origin))]);
    assert.deepEqual(origins, [sandbox.includes("same-origin") ? elsewhere.address : "null"]);
  });
}

inBrowser("without the header that a sandbox needs, the frame keeps its height and says what to do", { page: null, expected: [/CORS policy/, /ERR_FAILED/] }, async (visit) => {
  const strict = await serve({ cors: false });
  try {
    await open(visit, { files: strict.address, sandbox: "allow-scripts allow-popups", style: "iframe { height: 321px }" });
    await visit.until("the host's script is there", () => document.readyState === "complete");
    const words = await inside(visit, 0, () => visit.run(() => document.body.innerText));
    assert.match(words, /在新窗口中打开/);
    assert.match(words, /Open it in a window of its own/);
    assert.deepEqual(await heights(visit), [321]);
  } finally {
    await strict.close();
  }
});

inBrowser("the host's script may come late, or not at all", { page: null }, async (visit) => {
  await open(visit, { loader: "late", style: "iframe { height: 300px }" });
  await inside(visit, 0, () => visit.shown());
  await visit.until("the frame has spoken", () => window.heard.length > 0);
  assert.deepEqual(await heights(visit), [300]);
  assert.equal(await scrolls(visit, 0), true, "what does not fit can be scrolled to");
  await visit.run(() => window.host());
  await fits(visit);
});

inBrowser("borders, padding and a fixed height of the host's style are allowed for", { page: null }, async (visit) => {
  await open(visit, { style: "iframe { box-sizing: border-box; border: 7px solid; padding: 20px; height: 300px !important; min-height: 100vh }" });
  await inside(visit, 0, () => visit.shown());
  await visit.driver.wait(async () => {
    const inner = await inside(visit, 0, () => visit.run(() => innerHeight));
    const content = await contentOf(visit, 0);
    return inner >= content && inner < Math.max(content, 900) + 8;
  }, 15_000, "waited in vain until it fits", 25);
  assert.equal(await scrolls(visit, 0), false);
});

/** Waits until no message has come for so many animation frames. */
const quiet = (visit) => visit.driver.executeAsyncScript((done) => {
  let last = window.heard.length;
  let still = 0;
  const look = () => {
    still = window.heard.length === last ? still + 1 : 0;
    last = window.heard.length;
    if (still > 20 || last > 500) done(last);
    else requestAnimationFrame(look);
  };
  look();
});

inBrowser("content that grows with its window does not grow for ever", { page: null }, async (visit) => {
  await open(visit);
  await fits(visit);
  const [before] = await heights(visit);
  await inside(visit, 0, () => visit.run(() => {
    const circle = new CSSStyleSheet();
    circle.replaceSync("#content { min-height: calc(100vh + 40px); padding-bottom: 3px; }");
    document.adoptedStyleSheets = [circle];
  }));
  const said = await quiet(visit);
  assert.ok(said < 20, `${said} messages`);
  const [grown] = await heights(visit);
  assert.ok(grown > before && grown < before + 400, `${before}, then ${grown}`);
});

inBrowser("this check detects one that grows for ever", { page: null }, async (visit) => {
  await open(visit);
  await fits(visit);
  // A frame that answers each new height with a greater one, as it would without the guard.
  await inside(visit, 0, () => visit.run(() => {
    addEventListener("resize", () => parent.postMessage({ ns: "readiness-check", v: 1, id: "", height: Math.min(20_000, innerHeight + 40) }, "*"));
    parent.postMessage({ ns: "readiness-check", v: 1, id: "", height: innerHeight + 40 }, "*");
  }));
  assert.ok((await quiet(visit)) > 100);
  assert.deepEqual(await heights(visit), [20_000], "and even then it ends");
});

inBrowser("only messages of the frame itself count, and only a height within bounds", { page: null }, async (visit) => {
  await open(visit, { frames: ["lang=en&id=a", "lang=en&id=b"] });
  await fits(visit, 0);
  await fits(visit, 1);
  const before = await heights(visit);
  const good = { ns: "readiness-check", v: 1, id: "a", height: 777 };
  await visit.run((_, good) => {
    const frame = document.createElement("iframe");
    frame.id = "stranger";
    frame.srcdoc = "<p>stranger</p>";
    document.body.append(frame);
    window.postMessage(good, "*");
  }, good);
  await visit.until("the stranger is there", () => !!document.getElementById("stranger").contentDocument?.querySelector("p"));
  await visit.run((_, good) => {
    const script = document.getElementById("stranger").contentDocument.createElement("script");
    script.textContent = `parent.postMessage(${JSON.stringify(good)}, "*")`;
    document.getElementById("stranger").contentDocument.body.append(script);
  }, good);
  const bad = [
    { ...good, id: "b" }, { ...good, ns: "other" }, { ...good, v: 2 }, { ...good, height: 199 }, { ...good, height: 20_001 },
    { ...good, height: 500.5 }, { ...good, height: "500" }, { ...good, height: null }, { ...good, height: Infinity }, null, "text", 5,
  ];
  await inside(visit, 0, () => visit.run((_, bad) => { for (const said of bad) parent.postMessage(said, "*"); parent.postMessage("end", "*"); }, bad));
  await visit.until("all was heard", () => window.heard.at(-1).data === "end" && window.heard.filter(({ data }) => data?.height === 777).length >= 3);
  assert.deepEqual((await heights(visit)).slice(0, 2), before);
  await inside(visit, 0, () => visit.run((_, good) => parent.postMessage(good, "*"), good));
  await visit.until("the frame itself is believed", () => document.querySelector("iframe").clientHeight === 777);
});

inBrowser("with a parent-origin the height goes there alone", { page: null, expected: [/postMessage/, /is no origin/] }, async (visit) => {
  const given = (origin) => `lang=en&parent-origin=${encodeURIComponent(origin)}`;
  await open(visit, { frames: [given(ADDRESS)] });
  await fits(visit);
  const wrong = ["https://example.org", `${ADDRESS}/`, `${ADDRESS}/pages`, "example.org", "", "*", "null", "javascript:1"];
  for (const origin of wrong) {
    await open(visit, { frames: [given(origin)], style: "iframe { height: 300px }" });
    await inside(visit, 0, () => visit.shown());
    // The frame would have sent its message when the widget was shown; a message of ours comes after that.
    await inside(visit, 0, () => visit.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => { parent.postMessage("end", "*"); done(); })))));
    await visit.until("our own word is heard", () => window.heard.at(-1)?.data === "end");
    assert.equal(await visit.run(() => window.heard.length), 1, origin);
    assert.deepEqual(await heights(visit), [300], origin);
  }
});

inBrowser("opened on its own, the frame is a page", { page: null }, async (visit) => {
  await visit.driver.get(`${elsewhere.address}/frame.html?lang=en`);
  await visit.shown();
  assert.equal(await visit.run(({ one }) => one(".widget").lang), "en");
});

// --- Which questions it may ask.

/** An address as somebody may put it into a link, with `evil` for another site. */
const FOREIGN = {
  "an address of another site": (evil) => `${evil}/own.json`,
  "one without a scheme": (evil) => evil.replace(/^http:/, "") + "/own.json",
  "one with backslashes": (evil) => evil.replace(/^http:\/\//, "/\\") + "/own.json",
  "one with this site's name before an @": (evil, own) => `${evil.replace("://", `://${new URL(own).host}@`)}/own.json`,
  "one with a line break in its scheme": (evil) => `ht\n${evil.slice(2)}/own.json`,
  "one that this site redirects there": () => "away.json",
  "the text itself": () => `data:application/json,${encodeURIComponent(OWN)}`,
};
/** What cannot be asked: it is no standard, which nobody notices before it is fetched. */
const OWN = JSON.stringify({ id: "own-1", format: "readiness-check/standard", questions: [{ id: "card", text: { "zh-CN": "请输入身份证号", en: "Enter your card number" } }] });

inBrowser("a link cannot bring a standard of another site: nothing is fetched from there, and the visitor reads why", { page: null, expected: [/is not on this site/, /Content Security Policy|violates the following|Refused to connect|Fetch API cannot load/, /Failed to (load|fetch)/, /readiness-check: \S+: /] }, async (visit) => {
  const asked = [];
  const evil = await serve({ spoil: (answer) => {
    asked.push(answer.name);
    if (answer.name === "own.json") Object.assign(answer, { status: 200, body: OWN });
  } });
  const away = (answer) => {
    if (answer.name === "away.json") Object.assign(answer, { status: 302, headers: { location: `${evil.address}/own.json` }, body: "" });
  };
  try {
    await during(visit, { spoil: away }, async (address) => {
      for (const [what, made] of Object.entries(FOREIGN)) {
        await visit.driver.get(`${address}/frame.html?lang=en&standard=${encodeURIComponent(made(evil.address, address))}`);
        await visit.shown();
        await visit.untilText(".notice", "attribute standard cannot be");
        const notice = await visit.text(".notice");
        assert.match(notice, /Allowed: ningbo-3511-2018/, what);
        assert.ok(!/, URL/.test(notice), `${what}: not every address is allowed here: ${notice}`);
        assert.ok(notice.length < 400, `${what}: ${notice}`);
        assert.deepEqual(asked, [], what);
      }
    });
  } finally {
    await evil.close();
  }
});

inBrowser("a standard by an address of the frame's own origin is fetched, in a sandbox without an origin too", { page: null, expected: [/readiness-check: \S+: /] }, async (visit) => {
  const asked = [];
  const files = await serve({ spoil: (answer) => { if (/own\.json$/.test(answer.name)) asked.push(answer.name); if (answer.name === "own.json") Object.assign(answer, { status: 200, body: OWN }); } });
  try {
    for (const [sandbox, standard] of [[null, "own.json"], [null, `${files.address}/own.json`], ["allow-scripts", "/own.json"]]) {
      asked.length = 0;
      await open(visit, { files: files.address, ...(sandbox && { sandbox }), frames: [`lang=en&standard=${encodeURIComponent(standard)}`] });
      await inside(visit, 0, async () => {
        await visit.shown();
        await visit.untilText(".notice", "own.json");
      });
      assert.deepEqual(asked, ["own.json"], `${standard} ${sandbox}`);
    }
  } finally {
    await visit.driver.get("about:blank");
    await files.close();
  }
});

inBrowser("a notice about a bad setting is not a place for somebody's text", { page: null }, async (visit) => {
  const text = "Call 0574-12345678 now to confirm the account of your firm, or its subsidies end ".repeat(3);
  await visit.driver.get(`${elsewhere.address}/frame.html?lang=en&theme=${encodeURIComponent(text)}`);
  await visit.shown();
  const notice = await visit.text(".notice");
  assert.match(notice, /theme/);
  assert.ok(!notice.includes("confirm the account of your firm, or"), notice);
});

// --- Frames behind redirects, rewritten addresses and policies.

/** The frame's page under another name. */
const renamed = (name) => (answer) => {
  if (answer.name === name) Object.assign(answer, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: readFileSync(path.join(process.env.DIST, "frame.html")) });
};
const redirect = (answer, location) => Object.assign(answer, { status: 302, headers: { location }, body: "" });
const LOW = { style: "iframe { height: 301px }" };

/** What the host's console says about a frame that keeps its height. */
async function warned(visit, pattern) {
  let said = "";
  await visit.driver.wait(async () => pattern.test(said += (await visit.console()).join("\n")), 15_000, `waited in vain for ${pattern} on the console`, 50);
  assert.deepEqual(await heights(visit), [301]);
}

inBrowser("clean addresses: the frame follows its content without .html, by a redirect and by a mark", { page: null }, async (visit) => {
  const spoil = (answer) => {
    renamed("clean/frame")(answer);
    renamed("frame")(answer);
    renamed("self-check")(answer);
    if (answer.name === "old/frame.html") redirect(answer, "/frame?lang=en");
  };
  await during(visit, { spoil }, async (files) => {
    for (const more of [{ path: "frame" }, { path: "old/frame.html" }, { path: "self-check", mark: "" }]) {
      await open(visit, { files, ...LOW, ...more });
      await fits(visit);
    }
  });
});

inBrowser("another name without a mark, another origin behind a redirect, a lost query: the height stays, and the console says why", { page: null }, async (visit) => {
  const spoil = (answer) => {
    renamed("self-check")(answer);
    if (answer.name === "far/frame.html") redirect(answer, `${elsewhere.address}/frame.html?lang=en`);
    if (answer.name === "lost/frame.html") redirect(answer, "/frame.html");
  };
  await during(visit, { spoil }, async (files) => {
    await open(visit, { files, path: "self-check", ...LOW });
    await warned(visit, /self-check\?lang=en keeps its height: .*data-readiness-check/);
    await open(visit, { files, path: "far/frame.html", ...LOW });
    await warned(visit, new RegExp(`far/frame.html\\?lang=en keeps its height: it answers from ${elsewhere.address}.*write that origin into src`));
    await open(visit, { files, path: "lost/frame.html", frames: ["id=first"], ...LOW });
    await warned(visit, /lost\/frame.html\?id=first keeps its height: its id is not the one in src/);
  });
});

inBrowser("under upgrade-insecure-requests a frame with http follows its content by https", { page: null, flags: ["--ignore-certificate-errors", "--host-resolver-rules=MAP files.test 127.0.0.1"] }, async (visit) => {
  const files = await serve({ secure: true, compressed: false });
  const spoil = (answer) => { if (answer.name === "pages/frames.html") answer.headers["content-security-policy"] = "upgrade-insecure-requests"; };
  try {
    await during(visit, { spoil }, async (host) => {
      await open(visit, { host, files: files.address.replace("https://127.0.0.1", "http://files.test"), ...LOW });
      await fits(visit);
      assert.match(await visit.run(() => document.querySelector("iframe").src), /^http:/, "src does not show it");
    });
  } finally {
    await files.close();
  }
});
