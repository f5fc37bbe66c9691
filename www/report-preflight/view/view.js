/**
 * The view: shows the element's state, and turns what the seller does into actions. It holds no state of the
 * check itself. `render` may be called as often as wanted; it builds anew only what a new outcome changes.
 */
import { inTime } from "../assets.js";
import { again } from "./again.js";
import { Chooser } from "./chooser.js";
import { el } from "./dom.js";
import { faultSection } from "./fault.js";
import { Language } from "./language.js";
import { printWhole } from "./print.js";
import { Progress } from "./progress.js";
import { SealLine } from "./seal.js";

/** @typedef {import("./state.js").ViewActions} ViewActions */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./state.js").Outcome} Outcome */

/** What shows an outcome, once it is there: for all elements of the page. @type {typeof import("./outcome.js") | null} */
let parts = null;

export class View {
  #root;
  #actions;
  /** @type {Language} */
  #language;
  /** @type {ViewState | null} */
  #state = null;
  #status = el("div", { role: "status", class: "hidden-visually" });
  #results = el("div", { class: "results" });
  #body = el("div", { class: "preflight" });
  /** @type {Chooser} */
  #chooser;
  /** @type {Progress} */
  #progress;
  /** @type {SealLine} */
  #seal;
  #styled = false;
  /** What the results were built from. @type {unknown[]} */
  #built = [];

  /**
   * @param {ShadowRoot} root
   * @param {ViewActions} actions
   * @param {import("./language.js").Words} words  To begin with. Nothing is shown in them before they are said to be right.
   */
  constructor(root, actions, words) {
    this.#root = root;
    this.#actions = actions;
    this.#language = new Language(words, words.lang);
    this.#body.hidden = true;
    this.#body.addEventListener("dragover", event => this.#chooser.dragOver(event));
    this.#body.addEventListener("drop", event => this.#chooser.dropped(event));
    ({ chooser: this.#chooser, progress: this.#progress, seal: this.#seal } = this.#build());
    root.append(stylesheet(() => {
      this.#styled = true;
      this.#appear();
    }), this.#body);
    printWhole(root);
  }

  /** Loads what shows an outcome. Rejects when that does not come, and may be tried again. */
  async prepare() {
    parts ??= await inTime(import("./outcome.js"));
  }

  /** @param {ViewState} state */
  render(state) {
    const before = this.#state;
    const focused = this.#root.activeElement !== null;
    this.#state = state;
    const language = state.words && (state.words !== before?.words || state.lang !== before.lang) ? new Language(state.words, state.lang) : this.#language;
    if (language.words === this.#language.words && language.tag === this.#language.tag) {
      this.#update(state);
    } else {
      again(this.#body, () => {
        this.#language = language;
        ({ chooser: this.#chooser, progress: this.#progress, seal: this.#seal } = this.#build());
        this.#update(state);
      });
    }
    this.#appear();
    const anew = before && (before.state !== state.state || resultOf(before) !== resultOf(state) || before.checkOnly !== state.checkOnly);
    if (anew) this.#follow(before, state, focused);
  }

  // The style sheet and the words come by themselves. Until both are there (or known not to come) nothing is shown, so
  // that nothing jumps.
  #appear() {
    this.#body.hidden = !this.#styled || !this.#state?.words;
  }

  #build() {
    const language = this.#language;
    const announce = (/** @type {string} */ text) => this.#announce(text);
    const choose = (/** @type {File[]} */ files) => this.#actions.choose(files);
    const add = (/** @type {File[]} */ files) => this.#actions.add(files);
    const built = {
      chooser: new Chooser(language, { choose, add, reset: () => this.#actions.reset(), announce }),
      progress: new Progress(language, { cancel: () => this.#actions.cancel(), announce }),
      seal: new SealLine(language),
    };
    this.#body.lang = language.words.lang;
    this.#body.dir = language.words.dir;
    this.#body.replaceChildren(this.#status, built.chooser.node, built.progress.node, built.seal.node, this.#results);
    return built;
  }

  /** @param {ViewState} state */
  #update(state) {
    this.#chooser.render(state, parts !== null && parts.nothingToAddTo(state.outcome));
    this.#progress.render(state);
    this.#seal.render(state.seal, state.state === "faulted");
    const from = [resultOf(state), state.checkOnly, this.#language, parts];
    if (from.some((one, index) => one !== this.#built[index])) this.#results.replaceChildren(...this.#result(state));
    this.#built = from;
    // What is being checked again stays to be read, and cannot be used until the new result is there.
    this.#results.inert = state.state === "checking";
  }

  /**
   * @param {ViewState} state
   * @returns {Node[]}
   */
  #result(state) {
    const again = state.state === "checked" ? () => void this.#fetch(state) : () => this.#again();
    const fault = state.state === "faulted" ? state.fault : state.outcome && !parts ? { code: "view-missing" } : null;
    if (fault) {
      return [faultSection(this.#language, fault, {
        again,
        choose: () => this.#chooser.open({ instead: true }),
        reload: () => location.reload(),
      }, this.#oneOf(state, fault))];
    }
    if (!state.outcome || !parts) return [];
    return parts.outcomeSections(this.#language, state, state.outcome, {
      ...this.#actions,
      open: (how) => this.#chooser.open(how),
      follow: (id) => this.#goTo(id),
    });
  }

  /** What shows an outcome, once more. @param {ViewState} state  With an outcome that is not shown. */
  async #fetch(state) {
    await this.prepare().catch(() => {});
    if (this.#state?.outcome !== state.outcome) return;
    this.#update(this.#state);
    this.#follow(state, this.#state, true);
  }

  /**
   * The file that a fault was about, where the others can do without it.
   *
   * @param {ViewState} state
   * @param {import("./state.js").ViewFault} fault
   */
  #oneOf({ chosen }, { file }) {
    const index = file ?? -1;
    const one = chosen.length > 1 ? chosen[index] : undefined;
    return one ? { name: one.file.name, goOn: () => this.#actions.remove(index) } : null;
  }

  /**
   * The focus goes where the seller reads on, unless it is at work elsewhere in the page; then the same is said.
   *
   * @param {ViewState} before
   * @param {ViewState} state
   * @param {boolean} focused
   */
  #follow(before, state, focused) {
    const words = this.#language.words.progress;
    const mayTake = focused || document.activeElement === document.body || document.activeElement === null;
    if (state.state === "checking") {
      if (focused) this.#progress.node.focus({ preventScroll: state.outcome !== null });
    } else if (state.state === "checked" && state.outcome && parts) {
      const heading = parts.verdictSentence(this.#language, state.outcome, state);
      const sentence = this.#language.say(this.#language.words.verdict.announce, { heading });
      const changed = state.act && mayTake ? this.#changed(state.act) : null;
      if (changed) {
        changed.focus();
        this.#announce(sentence);
        return;
      }
      const target = this.#root.querySelector(".summary") ?? this.#root.getElementById("verdict-title");
      // The verdict stays in sight above the summary. Not at once: a long result is built in one task, and laid out, for
      // the focus to find its place, in the next.
      if (mayTake) setTimeout(() => this.#state?.state === "checked" && focusOn(target, this.#root.querySelector(".verdict")));
      else this.#announce(sentence);
    } else if (state.state === "faulted" || state.state === "checked") {
      // A fault met before anything was chosen must not take the focus of a page that is only being read.
      const title = this.#root.getElementById("fault-title");
      if (mayTake && before.state !== "idle") focusOn(title);
      else this.#announce(title?.textContent ?? "");
    } else if (state.state === "idle" && before.state !== "idle") {
      if (focused) this.#chooser.button.focus();
      this.#announce(before.state === "checking" ? words.cancelled : words.cleared);
    }
  }

  /** What the seller changed, in the new result: a choice that was made, or where it can be taken back. @param {string} act */
  #changed(act) {
    const places = [...this.#root.querySelectorAll("[data-act]")].filter(node => node.getAttribute("data-act") === act);
    const seen = places.find(node => node.checkVisibility());
    if (seen instanceof HTMLElement) return seen;
    const made = [...this.#root.querySelectorAll("input[type=radio]")].filter(input => input.getAttribute("name") === act);
    const found = made.find(input => /** @type {HTMLInputElement} */ (input).checked) ?? made[0];
    return found instanceof HTMLElement ? found : null;
  }

  #again() {
    // None more: what was said of those there are stays.
    if (this.#state?.chosen.length) this.#actions.add([]);
    else this.#actions.reset();
  }

  /** @param {string} id */
  #goTo(id) {
    focusOn(this.#root.getElementById(id));
  }

  // Emptied first, so that the same sentence twice is still a change.
  /** @param {string} text */
  #announce(text) {
    this.#status.textContent = "";
    requestAnimationFrame(() => (this.#status.textContent = text));
  }
}

/**
 * What the result part shows: compared by identity.
 *
 * @param {ViewState | null} state
 */
function resultOf(state) {
  if (state?.state === "faulted") return state.fault;
  return state?.outcome ?? null;
}

/**
 * @param {Element | null} target
 * @param {Element | null} [inSight]  What has to be seen with it.
 */
function focusOn(target, inSight) {
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
  inSight?.scrollIntoView({ block: "nearest" });
}

/**
 * It comes from beside this module, under the page's `style-src`.
 *
 * @param {() => void} settled
 */
function stylesheet(settled) {
  return el("link", { rel: "stylesheet", href: new URL("../style.css", import.meta.url).href, onload: settled, onerror: settled });
}
