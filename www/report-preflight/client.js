/**
 * One worker, from its start to its end. Requests go in, promises come out, and every one of them is settled:
 * by the worker's answer, by its death, by its silence, or by `end()`.
 */
import { loadModule } from "./assets.js";
import { PreflightFault } from "./fault.js";
import { remember, waysToWorker } from "./ways.js";

/**
 * @typedef {import("./protocol.js").Request} Request
 * @typedef {import("./protocol.js").Reply} Reply
 * @typedef {import("./protocol.js").ReplyMessage} ReplyMessage
 * @typedef {import("./protocol.js").Chosen} Chosen
 * @typedef {import("./protocol.js").Edit} Edit
 * @typedef {import("./protocol.js").Options} Options
 * @typedef {import("./protocol.js").Origin} Origin
 * @typedef {import("./protocol.js").Outcome} Outcome
 * @typedef {import("./protocol.js").Progress} Progress
 * @typedef {import("./protocol.js").RecordText} RecordText
 * @typedef {import("./protocol.js").Seal} Seal
 *
 * @typedef {object} Pending
 * @property {(reply: Reply) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(reply: Reply) => void} note  What comes before the answer.
 * @property {number} patience  Seconds without a word, after which the worker counts as silent.
 * @property {number} silent
 *
 * What is checked and how: the same object as long as nothing of it changes.
 * @typedef {object} Task
 * @property {Chosen[]} files
 * @property {Partial<Options>} options
 * @property {number} maxBytes
 *
 * @typedef {object} Hearing
 * @property {boolean} handOver
 * @property {(progress: Progress) => void} progress
 *
 * @typedef {{ outcome: Outcome, origins: Origin[], parts: Blob[] }} Checked
 *
 * @typedef {{ workerSrc: string, wasmSrc: string, workbookSrc: string }} Sources
 */

const START_PATIENCE = 10;
/** What comes before an answer. */
const NOTES = ["progress", "payload", "rewind", "need", "piece"];
/** Longer than the worker itself waits for a file that gives no bytes. */
const WORK_PATIENCE = 60;

export class Client {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  /** What ended this worker. @type {Error | null} */
  #death = null;
  /** What ended this client. Before the start is over, a worker's death is not yet that. @type {Error | null} */
  #end = null;
  #started = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;
  /** @type {Promise<Seal>} */
  #ready;
  /** @type {(reason: Error) => void} */
  #refuse = () => {};
  /** What the records are of that can be asked for. @type {Task | null} */
  #known = null;
  #sources;

  /** @param {Sources} sources */
  constructor(sources) {
    this.#sources = sources;
    this.#ready = new Promise((resolve, reject) => {
      this.#refuse = reject;
      this.#start(sources).then(resolve, (error) => this.end(error));
    });
    this.#ready.catch(() => {});
  }

  /** Is this worker of no more use? */
  get ended() {
    return this.#end !== null;
  }

  /** Resolves with what the worker measured of its own network. */
  ready() {
    return this.#ready;
  }

  /**
   * @param {Task} task
   * @param {Hearing} hearing
   * @returns {Promise<Checked>}
   */
  async check(task, { handOver, progress }) {
    await this.#ready;
    this.#known = null;
    /** @type {Blob[]} */
    const parts = [];
    const { outcome, origins } = await this.#request({ type: "check", ...task, handOver }, "outcome", (reply) => {
      if (reply.type === "progress") progress({ bytes: reply.bytes, total: reply.total, records: reply.records });
      // A blob at once, so that the browser may move it out of memory.
      if (reply.type === "payload") parts.push(new Blob([reply.part]));
      if (reply.type === "rewind") parts.length = Math.min(parts.length, reply.keep);
      if (reply.type === "need") void this.#supply();
    });
    this.#known = task;
    return { outcome, origins, parts };
  }

  /**
   * A record of what was checked. A worker that was started since then checks it once more first.
   *
   * @param {Task} task
   * @param {number} source
   * @param {number} number
   * @param {Edit[]} edits
   * @returns {Promise<RecordText | null>}
   */
  async record(task, source, number, edits) {
    await this.#recall(task);
    return (await this.#request({ type: "record", source, number, edits }, "record")).record;
  }

  /**
   * Bytes of a few cells whose letters depend on the encoding.
   *
   * @param {Task} task
   * @param {number} source
   */
  async samples(task, source) {
    await this.#recall(task);
    return (await this.#request({ type: "samples", source }, "samples")).samples;
  }

  /** Packs a file, in pieces. @param {File} file @returns {Promise<Blob[]>} */
  async pack(file) {
    await this.#ready;
    /** @type {Blob[]} */
    const pieces = [];
    await this.#request({ type: "pack", file }, "packed", (reply) => {
      if (reply.type === "piece") pieces.push(new Blob([reply.piece]));
    });
    return pieces;
  }

  /** Ends the worker now, whatever it is doing. @param {Error} reason */
  end(reason) {
    this.#end ??= reason;
    this.#refuse(this.#end);
    this.#die(reason);
  }

  /** @param {Task} task */
  async #recall(task) {
    if (this.#known !== task) await this.check(task, { handOver: false, progress() {} });
  }

  /** The part that opens workbooks, which most sellers never need. */
  async #supply() {
    const worker = this.#worker;
    // Its own time to arrive does not count as the worker's silence.
    for (const pending of this.#pending.values()) pending.silent = -pending.patience;
    try {
      worker?.postMessage({ type: "supply", module: await loadModule(this.#sources.workbookSrc) });
    } catch (error) {
      if (this.#worker !== worker) return;
      const missing = error instanceof PreflightFault && error.code === "wasm-missing";
      this.#die(missing ? new PreflightFault("workbooks-missing", error.detail) : /** @type {Error} */ (error));
    }
  }

  /**
   * @param {Sources} sources
   * @returns {Promise<Seal>}
   */
  async #start({ workerSrc, wasmSrc }) {
    // Compiled while the worker's script loads. Whichever fails, the other's failure is not left unheard.
    const compiling = loadModule(wasmSrc);
    /** @type {Error | null} */
    let compileFault = null;
    compiling.catch((fault) => (compileFault = fault));
    const failed = new Set();
    /** @type {PreflightFault[]} */
    const faults = [];
    for (const way of waysToWorker(workerSrc)) {
      if (failed.has(way.open)) continue;
      try {
        const seal = await this.#greet(await way.open(workerSrc), compiling);
        if (seal.sealed || !way.sealedOnly) {
          remember(workerSrc, way);
          this.#started = true;
          return seal;
        }
        this.#worker?.terminate();
      } catch (error) {
        failed.add(way.open);
        faults.push(error instanceof PreflightFault ? error : new PreflightFault("unknown", error));
      }
      // Whoever waited in vain does not want to wait as long again for another way.
      if (this.#end || compileFault || faults.at(-1)?.code === "worker-silent") break;
    }
    // What was learnt from an answer says more than that a way was barred.
    const telling = faults.find(({ code }) => code === "wasm-blocked" || code === "worker-missing");
    throw this.#end ?? compileFault ?? telling ?? faults.at(-1);
  }

  /**
   * @param {Worker} worker
   * @param {Promise<WebAssembly.Module>} compiling
   * @returns {Promise<Seal>}
   */
  async #greet(worker, compiling) {
    this.#death = this.#end;
    this.#worker = worker;
    worker.onmessage = (event) => this.#hear(event.data);
    worker.onmessageerror = () => this.#die(new PreflightFault("worker-crashed", "an unreadable message"));
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that could not be loaded has no message; one that threw has.
      const ran = Boolean(event.message);
      this.#die(ran ? new PreflightFault("worker-crashed", event.message) : new PreflightFault("worker-blocked"));
    };
    try {
      const module = await compiling;
      const probe = new URL("/", location.href).href;
      return (await this.#request({ type: "start", module, probe }, "ready")).seal;
    } catch (error) {
      worker.onmessage = worker.onerror = null;
      worker.terminate();
      throw error;
    }
  }

  /**
   * @template {Reply["type"]} Type
   * @param {Request} request
   * @param {Type} answer
   * @param {(reply: Reply) => void} [note]
   * @returns {Promise<Extract<Reply, { type: Type }>>}
   */
  async #request(request, answer, note = () => {}) {
    if (this.#death || !this.#worker) throw this.#death ?? new PreflightFault("unknown", "no worker");
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, ...request });
    const patience = request.type === "start" ? START_PATIENCE : WORK_PATIENCE;
    this.#clock ??= setInterval(() => this.#tick(), 1000);
    /** @type {Reply} */
    const reply = await new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, note, patience, silent: 0 });
    });
    if (reply.type !== answer) throw new PreflightFault("unknown", `${reply.type} in answer to ${request.type}`);
    return /** @type {Extract<Reply, { type: Type }>} */ (reply);
  }

  /** @param {ReplyMessage} message */
  #hear({ id, ...reply }) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.silent = 0;
    if (NOTES.includes(reply.type)) {
      pending.note(reply);
    } else if (reply.type === "fault") {
      // After a trap the wasm is not to be trusted, and a new worker is cheap: any fault is the end of this one.
      const { code, detail, file } = reply.fault;
      this.#die(new PreflightFault(code, detail, file));
    } else {
      this.#pending.delete(id);
      this.#rest();
      // A worker made in a frame answers with that frame's kinds of objects: a copy has the page's own.
      pending.resolve(structuredClone(reply));
    }
  }

  // Counts seconds instead of comparing times: a computer that slept has not waited.
  #tick() {
    for (const pending of this.#pending.values()) {
      pending.silent += 1;
      if (pending.silent >= pending.patience) this.#die(new PreflightFault("worker-silent"));
    }
  }

  #rest() {
    if (this.#pending.size > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  /** @param {Error} reason */
  #die(reason) {
    this.#worker?.terminate();
    this.#death ??= reason;
    if (this.#started) this.#end ??= reason;
    const orphans = [...this.#pending.values()];
    this.#pending.clear();
    this.#rest();
    for (const { reject } of orphans) reject(this.#death);
  }
}
