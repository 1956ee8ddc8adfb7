// Measures the pages of the peers and our own, one after the other in each round, so that what else the machine does falls
// on each.

import { setTimeout as pause } from "node:timers/promises";
import { launch, onPage, SLOW_4G, use } from "./browser.mjs";

/** How long a page gets to do what it puts off until after its start. */
const settle = (cpu) => pause(cpu > 1 ? 2500 : 1200);
/** How long a page gets to fetch what it will need later. */
const AHEAD = 6000;
/** A page that fails so often is left out from then on: each failure takes half a minute. */
const MOST_FAULTS = 3;
const breathe = (cpu) => pause(cpu > 1 ? 500 : 250);

/** The kinds of cold loads. */
export const LOADS = { "1×": { cpu: 1 }, "4×": { cpu: 4 }, "slow 4G, 4×": { cpu: 4, net: SLOW_4G } };

const load = (browser, peer, kind) => onPage(browser, peer, { ...LOADS[kind], probed: peer.scores }, ({ start: { painted, scored, clicks } }) => ({
  painted, scored, clicks,
}));

/** One visit: blocking while starting; then, if the page can score, inputs, restoring, languages and places. */
const visit = (browser, peer, cpu, how) => onPage(browser, peer, { cpu }, async (page) => {
  await settle(cpu);
  const found = { blocking: await page.ask("blocking"), received: page.received() };
  if (!peer.scores) return found;
  return {
    ...found,
    ...(await inputs(page, peer, cpu, how)),
    restore: await restores(page, peer, cpu, how.restores),
    language: await languages(page, peer, cpu),
    places: await places(page, peer, cpu),
  };
});

/** Real clicks and keys, each until its score is there. Each visit does its share of them, from where those before it end. */
async function inputs(page, { name, visit }, cpu, { inputs, share: [turn, turns] }) {
  const all = visit.inputs(inputs);
  const [from, to] = [turn, turn + 1].map((part) => Math.floor((part * all.length) / turns));
  const before = all.slice(0, from).map(({ id, value }) => [id, value]);
  await page.timed("restore", "restore", visit.restored({ ...visit.restores[0].answers, ...Object.fromEntries(before) }));
  await breathe(cpu);
  const found = { inDocument: [], painted: [] };
  for (const { id, value, total } of all.slice(from, to)) {
    const target = await page.ask("prepare", id, value, 300);
    await page.ask("arm", total);
    await use(page, target, value);
    const { late, inDocument, painted } = await page.take("input");
    if (late) throw new Error(`${name}: no score after ${id} = ${value}`);
    found.inDocument.push(inDocument);
    found.painted.push(painted);
  }
  return found;
}

/** What takes its time, one after the other. */
async function each(page, cpu, kind, call, all) {
  const times = [];
  for (const one of all) {
    times.push((await page.timed(kind, call, ...one)).painted);
    await breathe(cpu);
  }
  return times;
}

const restores = (page, { visit }, cpu, count) =>
  each(page, cpu, "restore", "restore", Array.from({ length: count }, (_, time) => [visit.restores[(time + 1) % 2]]));

const languages = (page, { visit: { languages: { en, other } } }, cpu) =>
  each(page, cpu, "language", "setLanguage", [other, ["en", en], other, ["en", en]]);

async function places(page, { visit }, cpu) {
  // Who opens a place has answered questions for a while.
  if (visit.places.length) await pause(AHEAD);
  const times = await each(page, cpu, "place", "open", visit.places.map((place) => [place]));
  return Object.fromEntries(visit.places.map((place, index) => [place, times[index]]));
}

async function bytes(page) {
  // Twice, since what the first frees may free more.
  for (let time = 0; time < 2; time += 1) {
    await page.cdp.send("HeapProfiler.collectGarbage");
    await pause(100);
  }
  const { metrics } = await page.cdp.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  return heap + (await page.ask("wasmBytes"));
}

/** Bytes of heap and WebAssembly after the start, and after each number of inputs. */
const memory = (browser, peer, numbers) => onPage(browser, peer, {}, async (page) => {
  await settle(1);
  const found = { 0: await bytes(page) };
  // What a page fetches ahead of its use is there from the first input on.
  await pause(AHEAD);
  await page.timed("restore", "restore", peer.visit.restores[0]);
  let done = 0;
  for (const number of numbers) {
    await page.ask("many", number - done, peer.visit.rounds);
    done = number;
    found[number] = await bytes(page);
  }
  return found;
});

/** Puts the values of `more` behind those of `all`, name by name. */
function gather(all, more) {
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined) continue;
    if (typeof value === "object" && !Array.isArray(value)) gather((all[name] ??= {}), value);
    else all[name] = [...(all[name] ?? []), value].flat();
  }
}

/** All figures by peer: `loads` by kind, `visits` by speed of the processor, `memory` by number of inputs. */
export async function measure(peers, { runs, slowRuns, visits, inputs, restores, remembered, log }) {
  const browser = await launch();
  const found = Object.fromEntries(peers.map(({ name }) => [name, { loads: {}, visits: {}, memory: {}, faults: [] }]));
  /** Each peer once a round, the order turned every time. */
  async function rounds(count, of, work) {
    for (let round = 0; round < count; round += 1) {
      for (const peer of round % 2 ? of.toReversed() : of) {
        if (found[peer.name].faults.length >= MOST_FAULTS) continue;
        try {
          await work(peer, round, found[peer.name]);
        } catch (fault) {
          found[peer.name].faults.push(fault.message);
          log(`FAULT: ${fault.message}`);
        }
      }
    }
  }
  log("a load of each page to warm up");
  await rounds(1, peers, (peer) => load(browser, peer, "1×"));
  for (const kind of Object.keys(LOADS)) {
    log(`cold loads: ${kind}`);
    await rounds(LOADS[kind].net ? slowRuns : runs, peers, async (peer, _, { loads }) => gather((loads[kind] ??= {}), await load(browser, peer, kind)));
  }
  for (const cpu of [1, 4]) {
    log(`visits: ${cpu}×`);
    await rounds(visits, peers, async (peer, round, { visits: all }) => {
      gather((all[`${cpu}×`] ??= {}), await visit(browser, peer, cpu, { inputs, share: [round, visits], restores }));
    });
  }
  log("memory");
  await rounds(1, peers.filter(({ name }) => ["vanilla", "surveyjs", "readiness"].includes(name)), async (peer, _, of) => {
    of.memory = await memory(browser, peer, remembered);
  });
  for (const { name, errors } of peers) found[name].faults.push(...errors);
  const version = browser.version();
  await browser.close();
  return { version, found };
}
