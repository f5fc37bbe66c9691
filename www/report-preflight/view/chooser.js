/**
 * Choosing a file: a real button in front of the hidden input, and the drop zone round both, after GOV.UK's
 * file upload. The button carries the label, because voice control cannot press a native file input.
 */
import { el, icon, isolated, setText } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewState} ViewState */

export class Chooser {
  #language;
  #choose;
  #announceDrag;
  /** Whether a drag is over the zone, and the listener that notices when it no longer is. */
  /** @type {AbortController | null} */
  #drag = null;
  #enabled = true;
  /** A problem that only the drop itself could show; a new state replaces it. */
  /** @type {string | null} */
  #dropProblem = null;
  /** @type {string | null} */
  #shownProblem = null;
  /** Whose name is shown; before the first time, nobody's. @type {File | null | undefined} */
  #named;

  /**
   * @param {Language} language
   * @param {{ choose: (files: File[]) => void, reset: () => void, announce: (text: string) => void }} actions
   */
  constructor(language, actions) {
    const words = language.words.chooser;
    this.#language = language;
    this.#choose = actions.choose;
    this.announce = actions.announce;

    this.input = el("input", {
      type: "file", part: "input", class: "hidden-visually", tabindex: -1, "aria-hidden": "true", onchange: () => this.#take(),
    });
    this.label = el("span", { id: "label", class: "zone-label" });
    this.hint = el("span", { id: "hint", class: "zone-hint" });
    this.problem = el("p", { id: "problem", class: "zone-problem", hidden: true });
    this.buttonText = el("span", { id: "choose-text" });
    this.button = el(
      "button",
      { id: "choose", part: "button", class: "button", type: "button", "aria-labelledby": "label comma choose-text", "aria-describedby": "problem hint promise", onclick: () => this.open() },
      this.buttonText,
    );
    this.reset = el("button", { class: "button button-plain", type: "button", onclick: actions.reset }, words.reset);
    this.drop = el("span", { class: "zone-drop" }, words.drop);
    this.promise = el("p", { id: "promise", class: "zone-promise" });
    this.#announceDrag = el("span", { class: "hidden-visually", "aria-live": "assertive" });
    this.icon = el("span", { class: "zone-icon" }, icon("file"));
    this.node = el(
      "div",
      { class: "zone", part: "zone" },
      el("div", { class: "zone-file" }, this.icon, el("div", { class: "zone-text" }, this.label, this.hint)),
      this.problem,
      el("div", { class: "zone-act" }, this.button, this.drop, this.reset, el("span", { id: "comma", hidden: true }, ",")),
      this.promise,
      this.input,
      this.#announceDrag,
    );
    this.node.addEventListener("dragenter", () => this.#enter());
  }

  /** @param {ViewState} state */
  render(state) {
    const { words } = this.#language;
    const chosen = state.file !== null && state.state !== "idle";
    this.node.hidden = state.state === "checking";
    this.node.classList.toggle("zone-chosen", chosen);
    this.#enabled = !state.disabled && state.state !== "checking";
    this.button.disabled = this.input.disabled = this.reset.disabled = state.disabled;
    this.input.multiple = state.multiple;

    this.#name(chosen ? state.file : null);
    setText(this.buttonText, chosen ? words.chooser.another : words.chooser.button);
    this.button.classList.toggle("button-second", chosen);
    this.reset.hidden = !chosen;
    setText(this.promise, state.checkOnly ? words.chooser.promiseCheckOnly : words.chooser.promise);
    this.promise.hidden = chosen;
    if (state.problem !== null || state.state === "checking") this.#dropProblem = null;
    this.#showProblem(state.problem ?? this.#dropProblem);
  }

  /** As if the button had been pressed: for the buttons elsewhere that lead back here. */
  open() {
    if (this.#enabled) this.input.click();
  }

  /**
   * Files may be dropped anywhere on the element: a near miss must not make the browser leave the page.
   *
   * @param {DragEvent} event
   */
  dragOver(event) {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.#enabled ? "copy" : "none";
  }

  /** @param {DragEvent} event */
  dropped(event) {
    event.preventDefault();
    this.#leave();
    if (!this.#enabled || !event.dataTransfer) return;
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.());
    const files = [...event.dataTransfer.files];
    if (entries.some(entry => entry?.isDirectory)) this.#refuse("is-directory");
    else if (files.length === 0) this.#refuse("no-file");
    else this.#choose(files);
  }

  #take() {
    const files = [...(this.input.files ?? [])];
    // Emptied, so that choosing the same file again, mended meanwhile, is a change too.
    this.input.value = "";
    if (files.length > 0) this.#choose(files);
  }

  /** @param {File | null} file */
  #name(file) {
    if (file === this.#named) return;
    this.#named = file;
    const words = this.#language.words.chooser;
    if (file) this.label.replaceChildren(isolated(file.name));
    else setText(this.label, words.label);
    setText(this.hint, file ? this.#language.bytes(file.size) : words.hint);
  }

  /** @param {string} slug */
  #refuse(slug) {
    this.#dropProblem = slug;
    this.#showProblem(slug);
  }

  /** @param {string | null} slug */
  #showProblem(slug) {
    if (slug === this.#shownProblem) return;
    this.#shownProblem = slug;
    const { problems, chooser } = this.#language.words;
    const text = slug === null ? "" : problems[slug] ?? problems.other ?? "";
    this.problem.hidden = slug === null;
    this.node.classList.toggle("zone-refused", slug !== null);
    this.problem.replaceChildren(el("span", { class: "hidden-visually" }, `${chooser.error} `), text);
    if (text) this.announce(text);
  }

  // Safari gives no `relatedTarget` for drags, so leaving is noticed by entering something else. The listener
  // on the document lives only while a drag is over the zone.
  #enter() {
    if (this.#drag || !this.#enabled) return;
    this.#drag = new AbortController();
    const { signal } = this.#drag;
    document.addEventListener("dragenter", event => {
      if (!event.composedPath().includes(this.node)) this.#leave();
    }, { signal });
    document.addEventListener("dragleave", event => {
      if (outsideWindow(event)) this.#leave();
    }, { signal });
    document.addEventListener("drop", () => this.#leave(), { signal });
    this.node.classList.add("zone-over");
    setText(this.#announceDrag, this.#language.words.chooser.entered);
  }

  #leave() {
    if (!this.#drag) return;
    this.#drag.abort();
    this.#drag = null;
    this.node.classList.remove("zone-over");
    setText(this.#announceDrag, this.#language.words.chooser.left);
  }
}

/** @param {DragEvent} event */
function outsideWindow({ clientX, clientY }) {
  return clientX <= 0 || clientY <= 0 || clientX >= innerWidth || clientY >= innerHeight;
}
