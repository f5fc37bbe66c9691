/**
 * Runs one job at a time over a chosen file, each in a worker of its own that stays from round to round, as the
 * element's does. The bench (`../browser/`) decides what runs when.
 */
import { differ } from "./compare.js";
import { duckdb } from "./opponents/duckdb.js";
import { element, ours } from "./opponents/ours.js";

/**
 * What `plan.rs` says of a job.
 *
 * @typedef {object} Job
 * @property {string} name
 * @property {string} engine  One of `ENGINES`, or a script in `opponents/`.
 * @property {object} how  What the engine is told.
 *
 * One opponent, started: its check hands over the payload's parts, or gives them all at the end, and gives an answer.
 * @typedef {object} Runner
 * @property {(file: File, hand: (part: BlobPart) => void) => Promise<any>} check
 * @property {() => Promise<any>} [answer]  Of the last check, where finding it out is no part of the job.
 * @property {() => void} end
 */

const ENGINES = { ours, element, duckdb };
const START_MS = 60_000;

/** @type {Map<string, Runner>} */
const runners = new Map();

/** What the last run handed over, by the job's name. @type {Map<string, Blob>} */
const payloads = new Map();

/** @param {string} script @param {object} how @returns {Promise<Runner>} */
async function inWorker(script, how) {
  const worker = new Worker(new URL(`opponents/${script}.js`, import.meta.url));
  /** @param {(data: any, resolve: (answer: any) => void) => void} hear */
  const heard = (hear) =>
    new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => (data.fault ? reject(new Error(data.fault)) : hear(data, resolve));
    });
  await heard((data, resolve) => data.ready && resolve(null));
  return {
    check(file, hand) {
      const answer = heard((data, resolve) => (data.part ? hand(data.part) : resolve(data.answer)));
      worker.postMessage({ file, how });
      return answer;
    },
    end: () => worker.terminate(),
  };
}

/** @param {Job} job */
async function start({ name, engine, how }) {
  const runner = ENGINES[engine] ? await ENGINES[engine](how) : await inWorker(engine, how);
  runners.set(name, runner);
  return runner;
}

/** @param {string} name */
function fileNamed(name) {
  const { files } = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
  const file = [...files].find((file) => file.name === name);
  if (!file) throw new Error(`${name} was not chosen`);
  return file;
}

/**
 * One run. `dropped` says why there is none; the job's worker is then a new one the next time.
 *
 * @param {Job} job
 * @param {string} fileName
 * @param {number} limit  Milliseconds.
 * @param {boolean} keep  The payload too, for `compare` and `digest`.
 */
async function run(job, fileName, limit, keep = false) {
  const file = fileNamed(fileName);
  try {
    const fresh = !runners.has(job.name);
    const runner = runners.get(job.name) ?? (await within(START_MS, start(job)));
    /** @type {Blob[]} */
    const parts = [];
    const began = performance.now();
    let answer = await within(limit, runner.check(file, (part) => parts.push(new Blob([part]))));
    const ms = performance.now() - began;
    if (keep && runner.answer) answer = await within(limit, runner.answer());
    const payload = new Blob(parts);
    if (keep) payloads.set(job.name, payload);
    return { ms, fresh, payloadBytes: payload.size, answer };
  } catch (error) {
    end(job.name);
    return { dropped: String(error) };
  }
}

/** @param {string} name */
function end(name) {
  runners.get(name)?.end();
  runners.delete(name);
}

/**
 * Does the job, from nothing or from what the element makes ready, when a file is chosen: for what a first file costs.
 *
 * @param {Job} job
 */
async function arm(job) {
  const input = job.engine === "element" ? await readyElement() : /** @type {HTMLInputElement} */ (document.querySelector("#file"));
  const done = new Promise((resolve, reject) => {
    input.addEventListener("change", () => {
      const began = performance.now();
      const work = job.engine === "element" ? checkedByElement() : run(job, input.files[0].name, START_MS);
      work.then((ran) => (ran?.dropped ? reject(ran.dropped) : resolve(performance.now() - began)), reject);
    }, { capture: true });
  });
  armed = within(START_MS, done);
}

/** @type {Promise<number>} */
let armed;

/** An element that has started its worker, and its input. */
async function readyElement() {
  await start({ name: "element", engine: "element", how: {} });
  const element = theElement();
  while (!element.seal) await new Promise((resolve) => setTimeout(resolve, 10));
  return element.shadowRoot.querySelector("[part~=input]");
}

const theElement = () => /** @type {any} */ (document.querySelector("report-preflight"));

function checkedByElement() {
  return new Promise((resolve, reject) => {
    theElement().addEventListener("report-preflight-checked", resolve, { once: true });
    theElement().addEventListener("report-preflight-fault", reject, { once: true });
  });
}

/** @template T @param {number} limit @param {Promise<T>} work @returns {Promise<T>} */
function within(limit, work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`took longer than ${limit / 1000} s`)), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Where two kept payloads differ; null when nowhere. @param {string} one @param {string} other */
function compare(one, other) {
  const [ours, theirs] = [one, other].map((name) => /** @type {Blob} */ (payloads.get(name)));
  return differ(ours, theirs);
}

/** Lets a kept payload go; all of them without a name. @param {string} [name] */
function forget(name) {
  if (name) payloads.delete(name);
  else payloads.clear();
}

/** Of a kept payload, which is then let go. @param {string} name */
async function digest(name) {
  const bytes = await /** @type {Blob} */ (payloads.get(name)).arrayBuffer();
  forget(name);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The wasm memory of each of our workers. It never gives any back, so this is the most it ever had. The copies of the
 * worker that the bench serves answer.
 */
async function wasmMemory() {
  const channel = new BroadcastChannel("bench-memory");
  /** @type {number[]} */
  const bytes = [];
  const first = new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      if (typeof data === "number") resolve(bytes.push(data));
    };
  });
  channel.postMessage("?");
  await within(START_MS, first);
  // The others' answers are on their way too.
  await new Promise((resolve) => setTimeout(resolve, 200));
  channel.close();
  return bytes;
}

window.bench = { run, start, end, compare, digest, forget, wasmMemory, arm, armed: () => armed };
