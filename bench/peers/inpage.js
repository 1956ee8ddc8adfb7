// What runs in each page before its own scripts. `adapter` says how the page is used, `cpu` how much slower the processor
// is; what was measured is told by `told`, which the browser hands on.

(({ adapter, cpu, told }) => {
  const PATIENCE = 15_000;
  /** How long a visitor waits before clicking again: longer where the page says that it is busy. */
  const AGAIN = adapter.nextClick ? PATIENCE / 2 : 400 * cpu;

  // --- What the browser itself notes.

  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await own.apply(WebAssembly, all);
      for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
      return made;
    };
  }

  // --- Time, and what is seen.

  /** After what is queued, which in a frame is its style, layout and paint. */
  function afterTasks(then) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  }
  const afterPaint = (then) => requestAnimationFrame(() => afterTasks(then));
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const root = () => adapter.root?.() ?? document;
  const scoreText = () => (adapter.score ? adapter.score() : document.querySelector("#score"))?.textContent.trim() ?? "";
  const isTotal = (total) => Math.abs(parseFloat(scoreText()) - total) < 0.11;

  /** Where a field is clicked: its label, where the field itself is hidden. */
  function boxOf(element) {
    const boxes = [element, element.closest("label"), element.labels?.[0]].filter(Boolean).map((one) => one.getBoundingClientRect());
    return boxes.find(({ width, height }) => width > 3 && height > 3) ?? null;
  }
  const isSeen = (element) => !!element?.isConnected && !element.disabled && boxOf(element) !== null;

  /** Calls `then` at the change of the page, or else the frame, at which `holds`; or tells `kind` that it never does. */
  function when(holds, kind, then, more = () => ({})) {
    let done = false;
    const observer = new MutationObserver(look);
    const end = () => {
      done = true;
      observer.disconnect();
      clearTimeout(late);
    };
    function look() {
      if (done || !holds()) return;
      end();
      then(performance.now());
    }
    const late = setTimeout(() => {
      if (done) return;
      end();
      told({ kind, late: true, score: scoreText(), ...more() });
    }, PATIENCE);
    for (const watched of new Set([document.documentElement, root()])) {
      observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    const frame = () => {
      look();
      if (!done) requestAnimationFrame(frame);
    };
    look();
    if (!done) requestAnimationFrame(frame);
  }

  // --- The start: the first question or choice is painted, then the first answer is scored.

  const [one, other] = adapter.probe ?? [];
  let turn = 0;
  const probe = () => ({ ...adapter.target(...(turn++ % 2 ? other : one)), answers: true });

  /** Clicks what answers a first question, or leads to one, as soon as it is there; again, where nothing came of it. */
  function answerFirst(painted) {
    let before = null;
    let last = null;
    let at = -Infinity;
    let clicks = 0;
    const isScored = (now) => before !== null && now !== before && now !== "" && !(before === "" && parseFloat(now) === 0);
    const frame = () => {
      const now = scoreText();
      if (isScored(now)) {
        afterTasks((scored) => told({ kind: "start", painted, scored, clicks }));
        return;
      }
      const isPatient = performance.now() - at < AGAIN;
      const next = adapter.nextClick ? adapter.nextClick() : isPatient ? last : probe();
      if (next?.click && (next.click !== last?.click || !isPatient)) {
        last = next;
        at = performance.now();
        clicks += 1;
        before = next.answers ? now : null;
        next.click.click();
      }
      requestAnimationFrame(frame);
    };
    frame();
  }

  const start = () => {
    if (!document.documentElement || !isSeen(adapter.first())) requestAnimationFrame(start);
    else afterTasks((painted) => (adapter.probe ? answerFirst(painted) : told({ kind: "start", painted })));
  };
  requestAnimationFrame(start);

  // --- One input, by a real click or key: `begin` is the time of the event itself.

  let armed = null;
  for (const type of ["pointerup", "keydown", "click"]) {
    window.addEventListener(type, (event) => armed && (armed.begin ??= event.timeStamp), true);
  }

  /** Brings what is to be used into view; gives where to click, or that it waits for a key. */
  async function prepare(id, value, settle) {
    const target = adapter.target(id, value);
    const element = target.click ?? target.type;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await pause(settle);
    if (target.type) {
      element.focus();
      element.select();
      await pause(30);
      return { key: true };
    }
    const { left, top, width, height } = boxOf(element);
    return { x: left + Math.min(width / 2, 14), y: top + height / 2 };
  }

  /** Tells when the score of the next input is in the document, and painted: `total`, or else any other than now. */
  function arm(total) {
    const before = scoreText();
    const signal = {};
    armed = signal;
    const holds = () => signal.begin !== undefined && scoreText() !== before && (total === null || isTotal(total));
    when(holds, "input", (inDocument) =>
      afterPaint((painted) => {
        armed = null;
        told({ kind: "input", inDocument: inDocument - signal.begin, painted: painted - signal.begin });
      }),
    );
  }

  // --- Saved answers, another language, another place.

  function shows([id, value]) {
    if (adapter.shows) return adapter.shows(id, value);
    const { click, type } = adapter.target(id, value);
    return click ? click.checked : String(type.value) === String(value);
  }

  /** Does something and tells when what it is for holds, and is painted. */
  function timed(kind, act, holds, more) {
    const begin = performance.now();
    act();
    when(holds, kind, () => afterPaint((painted) => told({ kind, painted: painted - begin })), more);
  }

  function restore({ answers, total, told: all }) {
    const isShown = (one) => {
      try {
        return shows(one);
      } catch {
        return false;
      }
    };
    const holds = () => (total === null || isTotal(total)) && all.every(isShown);
    timed("restore", () => adapter.load(answers), holds, () => ({ missing: all.filter((one) => !isShown(one)) }));
  }

  function setLanguage(lang, text) {
    const choose = () => {
      const select = document.querySelector("#lang");
      select.value = lang;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const shown = () => (root() === document ? document.body : root()).textContent.includes(text);
    timed("language", adapter.setLanguage ? () => adapter.setLanguage(lang) : choose, shown);
  }

  const open = (place) => timed("place", () => adapter.open(place), () => adapter.isOpen(place));

  // --- Many inputs, as fast as the page takes them.

  async function many(count, rounds) {
    const tick = () => new Promise((resolve) => afterTasks(resolve));
    for (let turn = 0; turn < count; turn += 1) {
      adapter.target(...rounds[turn % rounds.length]).click.click();
      await tick();
      // Now and then a frame, so that what is put off until then does not pile up.
      if (turn % 20 === 19) await new Promise((resolve) => afterPaint(resolve));
    }
    await pause(500);
    return scoreText();
  }

  window.bench = {
    prepare, arm, restore, setLanguage, open, many,
    /** What of long tasks is above 50 ms each. */
    blocking: () => long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    wasmBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
})
