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
    return this.#source("worker-src", new URL("./worker.js", import.meta.url));
  }
  set workerSrc(url) {
    this.setAttribute("worker-src", url);
  }
  get wasmSrc() {
    return this.#source("wasm-src", new URL("./preflight.wasm", import.meta.url));
  }
  set wasmSrc(url) {
    this.setAttribute("wasm-src", url);
  }
  /** The part that opens workbooks: fetched when the first one is chosen. */
  get workbookSrc() {
    return this.#source("workbook-src", new URL("./preflight-xlsx.wasm", import.meta.url));
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
   * @param {URL} own  Beside this module. Written out where it is used, as bundlers look for it.
   */
  #source(attribute, own) {
    const given = this.getAttribute(attribute);
    return given === null ? own.href : new URL(given, this.baseURI).href;
  }
}
