/**
 * `<report-preflight>`: takes a report, has it checked by a worker, shows what was found, and holds the payload
 * and the manifest for the page to use. It proposes; the page decides. It uploads nothing.
 */
import { Client } from "./client.js";
import { PreflightFault } from "./fault.js";
import { tellForm } from "./form.js";
import words from "./locales/en.js";
import { View } from "./view/view.js";

/**
 * @typedef {import("./protocol.js").Options} Options
 * @typedef {import("./protocol.js").Outcome} Outcome
 * @typedef {import("./protocol.js").Progress} Progress
 * @typedef {import("./protocol.js").RecordText} RecordText
 * @typedef {import("./protocol.js").Seal} Seal
 * @typedef {import("./client.js").Checked} Checked
 * @typedef {"idle" | "checking" | "checked" | "faulted"} State
 */

export { PreflightFault };

const STATES = /** @type {const} */ (["idle", "checking", "checked", "faulted"]);
/** Their change means another worker. */
const SOURCES = ["worker-src", "wasm-src"];

export class ReportPreflightElement extends HTMLElement {
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
  /** With what `file` was checked. @type {Partial<Options>} */
  #asked = {};
  /** @type {File | null} */
  #file = null;
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

  constructor() {
    super();
    const unheard = () => {};
    this.#view = new View(this.attachShadow({ mode: "open" }), {
      choose: (files) => void this.check(files).catch(unheard),
      cancel: () => this.cancel(),
      reset: () => this.reset(),
      record: (number) => this.record(number),
      leaveOut: () => void this.#leaveOut().catch(unheard),
      download: () => this.#download(),
    }, words);
  }

  connectedCallback() {
    // A host may have set it before the element was defined.
    if (Object.hasOwn(this, "options")) {
      const { options } = this;
      Reflect.deleteProperty(this, "options");
      this.options = options;
    }
    this.#show();
    this.#occupy(this.#warm());
  }

  disconnectedCallback() {
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
   * Checks one report. A check under way is cancelled first.
   *
   * Rejects with a `PreflightFault`, or with an `AbortError` when it was cancelled or the page refused the file.
   *
   * @param {File | Iterable<File>} chosen
   * @param {Partial<Options>} [options]  Beside the element's own `options`.
   * @returns {Promise<Outcome>}
   */
  check(chosen, options = {}) {
    const work = this.#check(Symbol.iterator in chosen ? [...chosen] : [chosen], options);
    this.#occupy(work);
    return work;
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
   * The text of one record of the report that was checked, read again from the file for the seller's eyes.
   *
   * @param {number} number
   * @returns {Promise<RecordText>}
   */
  async record(number) {
    const file = this.#file;
    if (this.#state !== "checked" || !file) throw new DOMException("No report was checked.", "InvalidStateError");
    const record = await this.#reader().record(number, { file, options: this.#asked });
    if (!record) throw new RangeError(`The report has no record ${number}.`);
    return record;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.#anchor()?.focus(options);
  }

  get state() {
    return this.#state;
  }
  get file() {
    return this.#file;
  }
  get progress() {
    return this.#progress;
  }
  get outcome() {
    return this.#outcome;
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

  /** What every check depends on besides the file. */
  get options() {
    return this.#options;
  }
  set options(options) {
    this.#options = { ...options };
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

  get type() {
    return this.localName;
  }
  get name() {
    return this.getAttribute("name") ?? "";
  }
  set name(name) {
    this.setAttribute("name", name);
  }
  get required() {
    return this.hasAttribute("required");
  }
  set required(on) {
    this.toggleAttribute("required", on);
  }
  get disabled() {
    return this.hasAttribute("disabled");
  }
  set disabled(on) {
    this.toggleAttribute("disabled", on);
  }
  get multiple() {
    return this.hasAttribute("multiple");
  }
  set multiple(on) {
    this.toggleAttribute("multiple", on);
  }
  get checkOnly() {
    return this.hasAttribute("check-only");
  }
  set checkOnly(on) {
    this.toggleAttribute("check-only", on);
  }
  /** Where the worker's script is, for hosts that keep the parts elsewhere. */
  get workerSrc() {
    return this.#source("worker-src", "worker.js");
  }
  set workerSrc(url) {
    this.setAttribute("worker-src", url);
  }
  get wasmSrc() {
    return this.#source("wasm-src", "preflight.wasm");
  }
  set wasmSrc(url) {
    this.setAttribute("wasm-src", url);
  }

  /**
   * @param {File[]} files
   * @param {Partial<Options>} options
   * @returns {Promise<Outcome>}
   */
  async #check(files, options) {
    const file = this.#only(files);
    if (!this.#announce("accept", { files }, true)) throw new DOMException("The page refused the file.", "AbortError");
    this.cancel();
    const run = (this.#run = {});
    this.#clear();
    this.#file = file;
    this.#asked = { now: Math.floor(Date.now() / 1000), name: file.name, ...this.#options, ...options };
    this.#progress = { bytes: 0, total: file.size, records: 0 };
    this.#become("checking");
    try {
      const checked = await this.#reader().check({
        file,
        options: this.#asked,
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

  /**
   * @param {File[]} files
   * @returns {File}
   */
  #only(files) {
    const [file] = files;
    if (!file) throw new TypeError("There is no file to check.");
    this.#problem = files.length > 1 ? "several-files" : null;
    this.#show();
    if (this.#problem) throw new PreflightFault(this.#problem, "one file at a time");
    return file;
  }

  /** @param {Progress} progress */
  #advance(progress) {
    this.#progress = progress;
    this.#show();
    this.#announce("progress", progress);
  }

  /** @param {Checked} checked */
  #conclude({ outcome, parts }) {
    const { manifest } = outcome;
    if (manifest && !this.checkOnly) {
      const payload = new File(parts, "sale-lines.csv", { type: "text/csv" });
      if (payload.size !== manifest.payload.bytes) throw new PreflightFault("does-not-add-up", "bytes of the payload");
      this.#payload = payload;
    }
    this.#outcome = outcome;
    this.#run = null;
    this.#become("checked");
    this.#announce("checked", { outcome, payload: this.payload, manifest: this.manifest });
    return outcome;
  }

  /** @param {unknown} error */
  #fail(error) {
    const fault = error instanceof PreflightFault ? error : new PreflightFault("unknown", error);
    this.#run = null;
    this.#fault = fault;
    this.#become("faulted");
    this.#announce("fault", { fault });
    return fault;
  }

  #leaveOut() {
    if (!this.#file) throw new DOMException("No report was checked.", "InvalidStateError");
    return this.check(this.#file, { ...this.#asked, leave_out_rejected: true });
  }

  #download() {
    if (!this.#payload) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(this.#payload);
    link.download = this.#payload.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @param {Promise<unknown>} work */
  #occupy(work) {
    this.#settled = Promise.allSettled([this.#settled, work]).then(() => {});
  }

  /** Starts the worker before it is needed. Shows a fault of its own accord only while nothing else is shown. */
  async #warm() {
    const reader = this.#reader();
    try {
      await reader.ready();
    } catch (error) {
      if (this.#client === reader && this.#state === "idle") this.#fail(error);
    }
  }

  /** A worker that can be asked: the one there is, or a new one. */
  #reader() {
    if (!this.#client || this.#client.ended) {
      const client = new Client({ workerSrc: this.workerSrc, wasmSrc: this.wasmSrc });
      this.#client = client;
      this.#seal = null;
      client.ready().then((seal) => this.#client === client && this.#sealed(seal), () => {});
    }
    return this.#client;
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
    this.#file = this.#progress = this.#outcome = this.#payload = this.#fault = this.#problem = null;
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
      disabled: this.matches(":disabled"),
      required: this.required,
      multiple: this.multiple,
      checkOnly: this.checkOnly,
      file: this.#file,
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
      chosen: this.#file !== null,
      payload: this.#payload,
      manifest: this.manifest,
    }, words.form, this.#anchor());
  }

  /** Where the focus belongs: the button to choose with, or while checking the one to cancel with. */
  #anchor() {
    const part = this.#state === "checking" ? "cancel" : "button";
    return /** @type {HTMLElement | null} */ (this.shadowRoot?.querySelector(`[part~="${part}"]`) ?? null);
  }

  #language() {
    const owner = /** @type {HTMLElement | null} */ (this.closest("[lang]"));
    return owner?.lang || navigator.language;
  }

  /**
   * @param {string} attribute
   * @param {string} own  Beside this module.
   */
  #source(attribute, own) {
    const given = this.getAttribute(attribute);
    return given === null ? new URL(own, import.meta.url).href : new URL(given, this.baseURI).href;
  }
}

function cancelled() {
  return new DOMException("The check was cancelled.", "AbortError");
}
