/**
 * Runs one job at a time over the chosen file, each in a worker of its own that stays from round to round, as the
 * element's does. `tests/bench/browser.rs` decides what runs when.
 *
 * All workers hear what the product's worker hears (`www/report-preflight/protocol.js`): `start`, then `check`.
 */

/** @typedef {{ worker: Worker, ask: (message: object, limit: number, part?: (part: Uint8Array) => void) => Promise<any> }} Runner */

const SCRIPTS = {
  read: "read-worker.js",
  ours: "/report-preflight/worker.js",
  bare: "/report-preflight/worker-bare.js",
  papa: "papa-worker.js",
};
const START_MS = 30_000;

/** @type {Map<string, Runner>} */
const runners = new Map();
const module = WebAssembly.compileStreaming(fetch("/report-preflight/preflight.wasm"));

/** @param {string} job */
async function start(job) {
  const runner = talkTo(new Worker(new URL(SCRIPTS[job], location.href)));
  runners.set(job, runner);
  const ready = await runner.ask({ type: "start", module: await module, probe: new URL("/", location.href).href }, START_MS);
  if (ready.type !== "ready") throw new Error(`${job} did not start: ${JSON.stringify(ready)}`);
}

/** @param {Worker} worker @returns {Runner} */
function talkTo(worker) {
  const ask = (/** @type {object} */ message, /** @type {number} */ limit, part = (_) => {}) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, limit, { type: "dropped" });
      worker.onerror = (event) => resolve({ type: "fault", fault: { code: "error", detail: event.message } });
      worker.onmessage = ({ data }) => {
        if (data.type === "payload") return part(data.part);
        if (data.type === "progress") return;
        clearTimeout(timer);
        resolve(data);
      };
      worker.postMessage({ id: 1, ...message });
    });
  return { worker, ask };
}

/**
 * One run. `dropped` when it took longer than `limit`; its worker is then a new one.
 *
 * @param {string} job
 * @param {number} limit  Milliseconds.
 * @param {boolean} keep  Gives the payload too, for `compare`.
 */
async function run(job, limit, keep = false) {
  if (!runners.has(job)) await start(job);
  const { worker, ask } = runners.get(job);
  const file = document.querySelector("input").files[0];
  const parts = [];
  let payloadBytes = 0;
  const began = performance.now();
  const reply = await ask(
    // The damaged records are left out, so that every part of the payload is made and handed over.
    { type: "check", file, files: [{ file, encodings: {}, edits: {}, leftOut: {}, leaveOutRejected: [] }], maxBytes: Infinity, options: { leave_out_rejected: true }, handOver: true },
    limit,
    (part) => {
      payloadBytes += part.byteLength;
      if (keep) parts.push(part);
    },
  );
  const ms = performance.now() - began;
  if (reply.type !== "outcome") {
    worker.terminate();
    runners.delete(job);
    return reply.type === "dropped" ? { dropped: true } : { fault: JSON.stringify(reply) };
  }
  if (keep) payloads.set(job, await new Blob(parts).text());
  return { ms, payloadBytes, answer: answer(reply.outcome) };
}

/** What two engines can be asked alike. */
function answer({ ledger, findings, repairs, totals }) {
  if (!ledger) return null;
  const counts = (list) => Object.fromEntries(list.map(({ code, count }) => [code, count]).sort());
  const dollars = totals.find(({ currency }) => currency === "USD");
  return {
    ledger,
    findings: counts(findings),
    repairs: counts(repairs),
    lines: dollars?.lines,
    item_amount: dollars?.item_amount,
  };
}

/** @type {Map<string, string>} */
const payloads = new Map();

/** Where the kept payloads differ; null when nowhere. The first column is a hash here and a joined text there. */
function compare() {
  const [ours, papa] = ["ours", "papa"].map((job) => payloads.get(job).split("\n"));
  payloads.clear();
  const rest = (line) => line?.slice(line.indexOf(",") + 1);
  const at = ours.findIndex((line, index) => rest(line) !== rest(papa[index]));
  if (at >= 0) return `line ${at + 1}: ours ${rest(ours[at])} | Papa ${rest(papa[at])}`;
  return ours.length === papa.length ? null : `${ours.length} lines and ${papa.length}`;
}

/** How much memory our wasm has now. It never gives any back, so this is the most it ever had. */
async function wasmMemory() {
  return (await runners.get("ours").ask({ type: "bench-memory" }, START_MS)).bytes;
}

window.bench = { start, run, compare, wasmMemory };
