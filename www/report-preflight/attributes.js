/**
 * The attributes of `<report-preflight>` that a host sets, as properties.
 */

/** How much may come out of containers, where the host does not say. */
const MAX_BYTES = 4 * 1024 ** 3;

export class AttributesElement extends HTMLElement {
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
  /** The part that opens workbooks: fetched when the first one is chosen. */
  get workbookSrc() {
    return this.#source("workbook-src", "preflight-xlsx.wasm");
  }
  set workbookSrc(url) {
    this.setAttribute("workbook-src", url);
  }
  /** How much the compressed files of one check may hold. */
  get maxBytes() {
    const given = Number(this.getAttribute("max-bytes") ?? NaN);
    return given > 0 ? given : MAX_BYTES;
  }
  set maxBytes(bytes) {
    this.setAttribute("max-bytes", String(bytes));
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
