/**
 * `<report-preflight>`: takes reports, has them checked by a worker, shows what was found, and holds the payload
 * and the manifest for the page to use. It proposes; the page decides. It uploads nothing.
 */
import { AttributesElement } from "./attributes.js";
import { Client } from "./client.js";
import { Decisions } from "./decisions.js";
import { PreflightFault } from "./fault.js";
import { tellForm } from "./form.js";
import words from "./locales/en.js";
import { View } from "./view/view.js";
import { Wording } from "./wording.js";

/**
 * @typedef {import("./protocol.js").Options} Options
 * @typedef {import("./protocol.js").Outcome} Outcome
 * @typedef {import("./protocol.js").Progress} Progress
 * @typedef {import("./protocol.js").RecordText} RecordText
 * @typedef {import("./protocol.js").Seal} Seal
 * @typedef {import("./client.js").Checked} Checked
 * @typedef {import("./client.js").Task} Task
 * @typedef {import("./downloads.js").DownloadKind} DownloadKind
 * @typedef {"idle" | "checking" | "checked" | "faulted"} State
 */

export { PreflightFault };

const STATES = /** @type {const} */ (["idle", "checking", "checked", "faulted"]);
/** Their change means another worker. */
const SOURCES = ["worker-src", "wasm-src", "workbook-src"];
const PAYLOAD_TYPES = { csv: "text/csv", ndjson: "application/x-ndjson" };

export class ReportPreflightElement extends AttributesElement {
  static formAssociated = true;
  static observedAttributes = ["name", "required", "disabled", "multiple", "lang", "check-only", ...SOURCES];

  /**
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = "report-preflight", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
    return this;
  }

  #internals = this.attachInternals();
  #view;
  /** @type {Client | null} */
  #client = null;
  /** @type {State} */
  #state = "idle";
  /** Which check is under way: a new object for each. @type {object | null} */
  #run = null;
  /** @type {Promise<unknown>} */
  #settled = Promise.resolve();
  /** @type {Partial<Options>} */
  #options = {};
  /** Beside the element's own, for these files. @type {Partial<Options>} */
  #given = {};
  /** The files, and what the seller said of each. */
  #decisions = new Decisions();
  /** With what was checked. @type {Task | null} */
  #task = null;
  /** Where each source of the outcome comes from. @type {import("./protocol.js").Origin[]} */
  #origins = [];
  /** What the seller did that is being, or was, checked again for. @type {string | null} */
  #act = null;
  /** @type {Progress | null} */
  #progress = null;
  /** @type {Outcome | null} */
  #outcome = null;
  /** @type {File | null} */
  #payload = null;
  /** @type {PreflightFault | null} */
  #fault = null;
  /** @type {Seal | null} */
  #seal = null;
  /** What was wrong with the last choice. @type {string | null} */
  #problem = null;
  #wording = new Wording(() => this.#show());
  /** Sees the language of the page change. */
  #languages = new MutationObserver(() => this.#show());

  constructor() {
    super();
    const unheard = () => {};
    this.#view = new View(this.attachShadow({ mode: "open" }), {
      choose: (files) => void this.check(files).catch(unheard),
      add: (files) => void this.add(files).catch(unheard),
      remove: (index) => void this.remove(index)?.catch(unheard),
      answer: (id, answer) => void this.answer(id, answer).catch(unheard),
      readAs: (source, encoding) => void this.readAs(source, encoding).catch(unheard),
      cancel: () => this.cancel(),
      reset: () => this.reset(),
      decline: (code, on) => void this.decline(code, on).catch(unheard),
      edit: (source, number, cells) => void this.edit(source, number, cells).catch(unheard),
      leaveOut: (source, number, on) => void this.leaveOut(source, number, on).catch(unheard),
      leaveOutRejected: (on) => void this.leaveOutRejected(on).catch(unheard),
      undo: () => void this.undo().catch(unheard),
      record: (source, number, cells) => this.record(source, number, cells),
      samples: (source) => this.samples(source),
      download: (kind, source) => this.download(kind, source),
    }, words);
  }

  connectedCallback() {
    // A host may have set them before the element was defined.
    for (const name of /** @type {const} */ (["options", "words"])) {
      if (!Object.hasOwn(this, name)) continue;
      const { [name]: value } = this;
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    for (const root of rootsOf(this)) this.#languages.observe(root, { attributeFilter: ["lang"], subtree: true });
    this.#show();
    this.#occupy(this.#warm());
  }

  disconnectedCallback() {
    this.#languages.disconnect();
    this.cancel();
    this.#dismiss();
  }

  /** `moveBefore` keeps the worker and its work. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (name === "check-only" && after !== null) this.#payload = null;
    if (before === after || !this.isConnected) return;
    if (SOURCES.includes(name)) {
      this.cancel();
      this.#dismiss();
      this.#occupy(this.#warm());
    }
    this.#show();
  }

  formResetCallback() {
    this.reset();
  }

  formDisabledCallback() {
    this.#show();
  }

  /**
   * Checks these files together, whatever was checked before. A check under way is cancelled first.
   *
   * Rejects with a `PreflightFault`, or with an `AbortError` when it was cancelled or the page refused the files.
   *
   * @param {File | Iterable<File>} chosen  Several, where the element is `multiple`.
   * @param {Partial<Options>} [options]  Beside the element's own `options`.
   * @returns {Promise<Outcome>}
   */
  check(chosen, options = {}) {
    const files = listOf(chosen);
    return this.#occupied(this.#check(files, Decisions.about(files), { given: options }));
  }

  /**
   * Checks these files together with those that are there. What the seller said of those stays.
   *
   * @param {File | Iterable<File>} chosen
   * @returns {Promise<Outcome>}
   */
  add(chosen) {
    const files = listOf(chosen);
    return this.#occupied(this.#check(files, this.#decisions.add(files)));
  }

  /**
   * Checks the others without this one; without any left, it is the beginning again. As with `<select>`, it is the
   * element itself that is removed where no index is given.
   *
   * @param {number} [index]  Among `files`.
   * @returns {Promise<Outcome | null> | undefined}
   */
  remove(index) {
    if (index === undefined) {
      super.remove();
      return undefined;
    }
    const rest = this.#decisions.without(index);
    if (rest.files.length === this.files.length) return Promise.reject(new RangeError(`There is no file ${index}.`));
    if (rest.files.length > 0) return this.#again(rest, null);
    this.reset();
    return Promise.resolve(null);
  }

  /**
   * Checks again with the seller's answer to a question.
   *
   * @param {string} id  The question's.
   * @param {string | null} answer  Null takes an answer back.
   * @returns {Promise<Outcome>}
   */
  answer(id, answer) {
    return this.#again(this.#decisions.answer(id, answer), `question-${id}`);
  }

  /**
   * Checks again, reading one source in an encoding that the seller chose.
   *
   * @param {number} source  Among the outcome's.
   * @param {string | null} encoding  A label of the Encoding Standard; null leaves it to the checker again.
   * @returns {Promise<Outcome>}
   */
  async readAs(source, encoding) {
    return this.#again(this.#decisions.readAs(this.#origin(source), encoding), `encoding-${source}`);
  }

  /**
   * Checks again without repairs of one kind, or with them after all.
   *
   * @param {string} code
   * @returns {Promise<Outcome>}
   */
  decline(code, on = true) {
    return this.#again(this.#decisions.decline(code, on), `repair-${code}`);
  }

  /**
   * Checks again with cells of a record as the seller wants them.
   *
   * @param {number} source  Among the outcome's.
   * @param {number} number  The record's.
   * @param {Record<string, string | null> | null} cells  By the report's own name of the column; null takes back what
   *   was written into it, or into the whole record.
   * @returns {Promise<Outcome>}
   */
  async edit(source, number, cells) {
    return this.#again(this.#decisions.edit(this.#origin(source), number, cells), `record-${source}-${number}`);
  }

  /**
   * Checks again without one record, or with it after all. The manifest says how many were left out.
   *
   * @param {number} source
   * @param {number} number
   * @returns {Promise<Outcome>}
   */
  async leaveOut(source, number, on = true) {
    return this.#again(this.#decisions.leaveOut(this.#origin(source), number, on), `record-${source}-${number}`);
  }

  /**
   * Checks again, leaving out what was rejected in the files that are here, or no longer. The manifest says so.
   *
   * @returns {Promise<Outcome>}
   */
  async leaveOutRejected(on = true) {
    this.#checked();
    const rejecting = this.#origins.filter((_, source) => this.#outcome?.sources[source]?.ledger.rejected);
    return this.#again(this.#decisions.leaveOutRejected(rejecting, on), on ? null : "undo");
  }

  /**
   * Checks again without what the seller decided last: an answer, an encoding, a repair that was declined, an edit, or
   * records left out. Once more undoes what was decided before that.
   *
   * @returns {Promise<Outcome>}
   */
  async undo() {
    if (!this.canUndo) throw new DOMException("There is nothing to undo.", "InvalidStateError");
    return this.#again(this.#decisions.undo(), "undo");
  }

  /** Stops at once. Nothing is kept of the check under way. */
  cancel() {
    if (this.#state !== "checking") return;
    this.#dismiss();
    this.#clear();
    this.#become("idle");
    if (this.isConnected) void this.#warm();
    this.#announce("cancel", {});
  }

  /** Back to the beginning. */
  reset() {
    this.cancel();
    this.#clear();
    this.#become("idle");
    if (this.isConnected) this.#occupy(this.#warm());
    this.#announce("reset", {});
  }

  /**
   * One record of what was checked, read and judged again for the seller's eyes.
   *
   * @overload
   * @param {number} number  Of the only source, or the first.
   * @returns {Promise<RecordText>}
   *
   * @overload
   * @param {number} source
   * @param {number} number
   * @param {Record<string, string | null>} [cells]  To try out: on top of what the seller edited already.
   * @returns {Promise<RecordText>}
   *
   * @param {number} first
   * @param {number} [second]
   * @param {Record<string, string | null>} [cells]
   */
  async record(first, second, cells = {}) {
    const [source, number] = second === undefined ? [0, first] : [first, second];
    const task = this.#checked();
    const edits = this.#decisions.edit(this.#origin(source), number, cells).editsOf(this.#origin(source), number);
    const record = await this.#reader().record(task, source, number, edits);
    if (!record) throw new RangeError(`The report has no record ${number}.`);
    return record;
  }

  /**
   * Bytes of up to three cells whose letters depend on the encoding, read again for the seller's eyes.
   *
   * @param {number} [source]
   */
  samples(source = 0) {
    return this.#reader().samples(this.#checked(), source);
  }

  /** The payload, packed by the worker: the same bytes as the command line's `--gzip`. */
  async gzip() {
    if (!this.#payload) throw new DOMException("There is no payload.", "InvalidStateError");
    return new Blob(await this.#reader().pack(this.#payload), { type: "application/gzip" });
  }

  /**
   * Makes a file for the seller and has the browser save it. It goes nowhere else.
   *
   * @param {DownloadKind} kind
   * @param {number} [source]  For `annotated`, of which the others speak together.
   * @returns {Promise<File>}
   */
  async download(kind, source = 0) {
    const task = this.#checked();
    const outcome = /** @type {Outcome} */ (this.#outcome);
    const { fileFor, save } = await import("./downloads.js");
    // Apart from the worker that has the result, which stays as it is.
    /** @type {Client | null} */
    let client = null;
    /** @param {Partial<Options>} options @param {boolean} handOver */
    const check = (options, handOver) => {
      client ??= new Client(this.#sources());
      return client.check({ ...task, options: { ...task.options, ...options } }, { handOver, progress() {} });
    };
    try {
      const given = { check, outcome, payload: this.#payload, checkOnly: this.checkOnly, source, words: this.#words() ?? words };
      const file = await fileFor(kind, given);
      save(file);
      return file;
    } finally {
      /** @type {Client | null} */ (client)?.end(cancelled());
    }
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.#anchor()?.focus(options);
  }

  get state() {
    return this.#state;
  }
  /** The first of `files`. */
  get file() {
    return this.files[0] ?? null;
  }
  get files() {
    return this.#decisions.files;
  }
  get canUndo() {
    return this.#decisions.last !== null;
  }
  get progress() {
    return this.#progress;
  }
  get outcome() {
    return this.#state === "checked" ? this.#outcome : null;
  }
  /** The sale lines; null unless they may be sent. */
  get payload() {
    return this.#payload;
  }
  get manifest() {
    return this.#payload && this.#outcome ? this.#outcome.manifest : null;
  }
  get fault() {
    return this.#fault;
  }
  get seal() {
    return this.#seal;
  }
  /** Settles when the work under way is done, and never rejects. */
  get settled() {
    return this.#settled;
  }

  /** What every check depends on besides the files. */
  get options() {
    return this.#options;
  }
  set options(options) {
    this.#options = { ...options };
  }

  /**
   * The host's own words, over those of the element's language: any part of what `locales/en.js` has. `lang` and `dir`
   * among them say what language they are in.
   */
  get words() {
    return this.#wording.own;
  }
  set words(words) {
    this.#wording.own = words;
    this.#show();
  }

  get form() {
    return this.#internals.form;
  }
  get validity() {
    return this.#internals.validity;
  }
  get validationMessage() {
    return this.#internals.validationMessage;
  }
  get willValidate() {
    return this.#internals.willValidate;
  }
  checkValidity() {
    return this.#internals.checkValidity();
  }
  reportValidity() {
    return this.#internals.reportValidity();
  }

  /**
   * @param {Decisions} decisions
   * @param {string | null} act
   */
  #again(decisions, act) {
    return this.#occupied(this.#check(decisions.files, decisions, { act }));
  }

  /**
   * @param {File[]} files  What the page is asked about.
   * @param {Decisions} decisions
   * @param {{ given?: Partial<Options>, act?: string | null }} [how]
   * @returns {Promise<Outcome>}
   */
  async #check(files, decisions, { given = this.#given, act = null } = {}) {
    this.#count(decisions.files);
    if (!this.#announce("accept", { files }, true)) throw new DOMException("The page refused the files.", "AbortError");
    const before = this.#outcome;
    this.cancel();
    const run = (this.#run = {});
    this.#clear();
    this.#decisions = decisions;
    this.#given = given;
    this.#act = act;
    /** @type {Partial<Options>} */
    const options = { now: Math.floor(Date.now() / 1000), ...this.#options, ...given };
    options.answers = { ...options.answers, ...decisions.answers };
    options.declined = [...options.declined ?? [], ...decisions.declined];
    const task = (this.#task = { files: decisions.chosen, options, maxBytes: this.maxBytes });
    this.#progress = { bytes: 0, total: decisions.files.reduce((sum, { size }) => sum + size, 0), records: 0 };
    // Something was changed about the result: it stays in sight until there is another.
    this.#outcome = act === null ? null : before;
    this.#become("checking");
    try {
      // The page asks for nothing while a file is read.
      await this.#prepare();
      if (this.#run !== run) throw cancelled();
      const checked = await this.#reader().check(task, {
        handOver: !this.checkOnly,
        progress: (progress) => this.#advance(progress),
      });
      if (this.#run !== run) throw cancelled();
      return this.#conclude(checked);
    } catch (error) {
      if (this.#run !== run) throw cancelled();
      throw this.#fail(error);
    }
  }

  /** What was checked and may be asked about. */
  #checked() {
    if (this.#state !== "checked" || !this.#task) throw new DOMException("Nothing was checked.", "InvalidStateError");
    return this.#task;
  }

  /** @param {number} source */
  #origin(source) {
    const origin = this.#origins[source];
    if (!origin) throw new RangeError(`There is no source ${source}.`);
    return origin;
  }

  /** @param {File[]} files */
  #count(files) {
    if (files.length === 0) throw new TypeError("There is no file to check.");
    this.#problem = files.length > 1 && !this.multiple ? "several-files" : null;
    this.#show();
    if (this.#problem) throw new PreflightFault(this.#problem, "one file at a time");
  }

  /** @param {Progress} progress */
  #advance(progress) {
    this.#progress = progress;
    this.#show();
    this.#announce("progress", progress);
  }

  /** @param {Checked} checked */
  #conclude({ outcome, origins, parts }) {
    const { manifest } = outcome;
    if (manifest && !this.checkOnly) {
      const { format } = manifest.payload;
      const payload = new File(parts, `sale-lines.${format}`, { type: PAYLOAD_TYPES[format] });
      if (payload.size !== manifest.payload.bytes) throw new PreflightFault("does-not-add-up", "bytes of the payload");
      this.#payload = payload;
    }
    this.#outcome = outcome;
    this.#origins = origins;
    this.#run = null;
    this.#become("checked");
    this.#announce("checked", { outcome, payload: this.payload, manifest: this.manifest });
    return outcome;
  }

  /** @param {unknown} error */
  #fail(error) {
    const fault = error instanceof PreflightFault ? error : new PreflightFault("unknown", error);
    this.#run = null;
    this.#outcome = null;
    this.#fault = fault;
    this.#become("faulted");
    this.#announce("fault", { fault });
    return fault;
  }

  /** @param {Promise<unknown>} work */
  #occupy(work) {
    this.#settled = Promise.allSettled([this.#settled, work]).then(() => {});
  }

  /**
   * @template T
   * @param {Promise<T>} work
   */
  #occupied(work) {
    this.#occupy(work);
    return work;
  }

  /** Starts the worker before it is needed. Shows a fault of its own accord only while nothing else is shown. */
  async #warm() {
    const reader = this.#reader();
    const prepared = this.#prepare();
    try {
      await reader.ready();
      await prepared;
    } catch (error) {
      if (this.#client === reader && this.#state === "idle") this.#fail(error);
    }
  }

  /** What shows a result is loaded before there is one. If it does not come, the view says so in its place. */
  async #prepare() {
    await this.#view.prepare().catch(() => {});
  }

  /** A worker that can be asked: the one there is, or a new one. */
  #reader() {
    if (!this.#client || this.#client.ended) {
      const client = new Client(this.#sources());
      this.#client = client;
      this.#seal = null;
      client.ready().then((seal) => this.#client === client && this.#sealed(seal), () => {});
    }
    return this.#client;
  }

  #sources() {
    return { workerSrc: this.workerSrc, wasmSrc: this.wasmSrc, workbookSrc: this.workbookSrc };
  }

  /** @param {Seal} seal */
  #sealed(seal) {
    this.#seal = seal;
    this.#show();
  }

  #dismiss() {
    this.#run = null;
    this.#client?.end(cancelled());
    this.#client = null;
    this.#seal = null;
  }

  #clear() {
    this.#decisions = new Decisions();
    this.#origins = [];
    this.#given = {};
    this.#task = this.#act = this.#progress = this.#outcome = this.#payload = this.#fault = this.#problem = null;
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    this.#show();
  }

  /**
   * @param {string} kind
   * @param {object} detail
   */
  #announce(kind, detail, cancelable = false) {
    const event = new CustomEvent(`report-preflight-${kind}`, { bubbles: true, composed: true, cancelable, detail });
    return this.dispatchEvent(event);
  }

  /** Tells everyone who looks: the attribute, the style states, the form and the view. */
  #show() {
    if (this.getAttribute("state") !== this.#state) this.setAttribute("state", this.#state);
    for (const state of STATES) {
      if (state === this.#state) this.#internals.states.add(state);
      else this.#internals.states.delete(state);
    }
    this.#view.render({
      state: this.#state,
      lang: this.#language(),
      words: this.#words(),
      disabled: this.matches(":disabled"),
      required: this.required,
      multiple: this.multiple,
      checkOnly: this.checkOnly,
      chosen: this.#decisions.chosen,
      decisions: this.#decisions,
      origins: this.#origins,
      act: this.#act,
      progress: this.#progress,
      outcome: this.#outcome,
      payload: this.#payload,
      fault: this.#fault,
      seal: this.#seal,
      problem: this.#problem,
    });
    tellForm(this.#internals, {
      name: this.name,
      required: this.required,
      checkOnly: this.checkOnly,
      checking: this.#state === "checking",
      chosen: this.files.length > 0,
      payload: this.#payload,
      manifest: this.manifest,
    }, (this.#words() ?? words).form, this.#anchor());
  }

  /** Where the focus belongs: the button to choose with, or while checking the one to cancel with. */
  #anchor() {
    const part = this.#state === "checking" ? "cancel" : "button";
    return /** @type {HTMLElement | null} */ (this.shadowRoot?.querySelector(`[part~="${part}"]`) ?? null);
  }

  #words() {
    return this.#wording.in(this.#language());
  }

  /** That of the closest element around it, in whatever tree, that has one. */
  #language() {
    /** @type {Element | null} */
    let around = this;
    for (const root of rootsOf(this)) {
      const owner = /** @type {HTMLElement | null} */ (around?.closest("[lang]") ?? null);
      if (owner) return owner.lang || navigator.language;
      around = root instanceof ShadowRoot ? root.host : null;
    }
    return navigator.language;
  }
}

/** @param {File | Iterable<File>} chosen */
function listOf(chosen) {
  return Symbol.iterator in chosen ? [...chosen] : [chosen];
}

/** The tree that a node is in, and those around it. @param {Node} node @returns {Node[]} */
function rootsOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

function cancelled() {
  return new DOMException("The check was cancelled.", "AbortError");
}
