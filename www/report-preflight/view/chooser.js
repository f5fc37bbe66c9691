/**
 * Choosing files: a real button in front of the hidden input, and the drop zone round both, after GOV.UK's
 * file upload. The button carries the label, because voice control cannot press a native file input.
 */
import { el, icon, isolated, setText } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Chosen} Chosen */
/** @typedef {import("./state.js").ViewState} ViewState */

export class Chooser {
  #language;
  #choose;
  #add;
  /** Does what is chosen come to what is there? */
  #adding = false;
  /** Does the next choice come in place of what is there all the same? */
  #instead = false;
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
  /** What is named; before the first time, nothing is. @type {Chosen[] | null | undefined} */
  #named;

  /**
   * @param {Language} language
   * @param {{ choose: (files: File[]) => void, add: (files: File[]) => void, reset: () => void, announce: (text: string) => void }} actions
   */
  constructor(language, actions) {
    const words = language.words.chooser;
    this.#language = language;
    this.#choose = actions.choose;
    this.#add = actions.add;
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

  /**
   * @param {ViewState} state
   * @param {boolean} instead  Can nothing be added to what is there?
   */
  render(state, instead) {
    const { words } = this.#language;
    const chosen = state.chosen.length > 0 && state.state !== "idle";
    this.#adding = chosen && state.multiple && state.state === "checked" && !instead;
    this.node.hidden = state.state === "checking";
    this.node.classList.toggle("zone-chosen", chosen);
    this.#enabled = !state.disabled && state.state !== "checking";
    this.button.disabled = this.input.disabled = this.reset.disabled = state.disabled;
    this.input.multiple = state.multiple;

    this.#name(chosen ? state.chosen : null, state.multiple);
    const button = state.multiple ? words.chooser.buttonMultiple : words.chooser.button;
    setText(this.buttonText, this.#adding ? words.chooser.add : chosen ? words.chooser.another : button);
    setText(this.drop, state.multiple ? words.chooser.dropMultiple : words.chooser.drop);
    this.button.classList.toggle("button-second", chosen);
    this.reset.hidden = !chosen;
    setText(this.promise, state.checkOnly ? words.chooser.promiseCheckOnly : words.chooser.promise);
    this.promise.hidden = chosen;
    if (state.problem !== null || state.state === "checking") this.#dropProblem = null;
    this.#showProblem(state.problem ?? this.#dropProblem);
  }

  /** As if the button had been pressed: for the buttons elsewhere that lead back here. */
  open({ instead = false } = {}) {
    this.#instead = instead;
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
    this.#instead = false;
    if (!this.#enabled || !event.dataTransfer) return;
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.());
    const files = [...event.dataTransfer.files];
    if (entries.some(entry => entry?.isDirectory)) this.#refuse("is-directory");
    else if (files.length === 0) this.#refuse("no-file");
    else this.#use(files);
  }

  #take() {
    const files = [...(this.input.files ?? [])];
    // Emptied, so that choosing the same file again, mended meanwhile, is a change too.
    this.input.value = "";
    if (files.length > 0) this.#use(files);
  }

  /** @param {File[]} files */
  #use(files) {
    if (this.#adding && !this.#instead) this.#add(files);
    else this.#choose(files);
    this.#instead = false;
  }

  /** @param {Chosen[] | null} chosen @param {boolean} multiple */
  #name(chosen, multiple) {
    const language = this.#language;
    const words = language.words.chooser;
    if (!chosen) {
      setText(this.label, multiple ? words.labelMultiple : words.label);
      setText(this.hint, multiple ? words.hintMultiple : words.hint);
    } else if (chosen !== this.#named) {
      const only = chosen.length === 1 && chosen[0];
      this.label.replaceChildren(only ? isolated(only.file.name) : language.say(words.several, { n: chosen.length }));
      setText(this.hint, language.bytes(chosen.reduce((sum, { file }) => sum + file.size, 0)));
    }
    this.#named = chosen;
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
