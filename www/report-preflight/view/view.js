/**
 * The view: shows the element's state, and turns what the seller does into actions. It holds no state of the
 * check itself. `render` may be called as often as wanted; it builds anew only what a new outcome changes.
 */
import { changesSection } from "./changes.js";
import { Chooser } from "./chooser.js";
import { columnsSection } from "./columns.js";
import { coverageSection } from "./coverage.js";
import { el } from "./dom.js";
import { damageSection } from "./damage.js";
import { downloadsSection } from "./downloads.js";
import { faultSection } from "./fault.js";
import { aboutSection, filesSection } from "./files.js";
import { findingsSection } from "./findings.js";
import { Language } from "./language.js";
import { printWhole } from "./print.js";
import { Progress } from "./progress.js";
import { questionsSection } from "./questions.js";
import { repairsSection } from "./repairs.js";
import { SealLine } from "./seal.js";
import { totalsSection } from "./totals.js";
import { errorSummary, verdictSection, verdictSentence } from "./verdict.js";
import { wrongReportSection } from "./wrong.js";

/** @typedef {import("./language.js").Words} Words */
/** @typedef {import("./state.js").ViewActions} ViewActions */
/** @typedef {import("./state.js").ViewState} ViewState */
/** @typedef {import("./state.js").Outcome} Outcome */

export class View {
  #root;
  #actions;
  #words;
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

  /**
   * @param {ShadowRoot} root
   * @param {ViewActions} actions
   * @param {Words} words
   */
  constructor(root, actions, words) {
    this.#root = root;
    this.#actions = actions;
    this.#words = words;
    this.#language = new Language(words, words.lang);
    this.#body.addEventListener("dragover", event => this.#chooser.dragOver(event));
    this.#body.addEventListener("drop", event => this.#chooser.dropped(event));
    ({ chooser: this.#chooser, progress: this.#progress, seal: this.#seal } = this.#build());
    root.append(stylesheet(this.#body), this.#body);
    printWhole(root);
  }

  /** @param {ViewState} state */
  render(state) {
    const before = this.#state;
    const focused = this.#root.activeElement !== null;
    this.#state = state;
    if (before && before.lang !== state.lang) this.#speak(state.lang);

    this.#chooser.render(state);
    this.#progress.render(state);
    this.#seal.render(state.seal, state.state === "faulted");
    const shown = resultOf(state);
    const anew = shown !== resultOf(before) || before?.lang !== state.lang || before?.checkOnly !== state.checkOnly;
    if (anew) this.#results.replaceChildren(...this.#result(state));
    // What is being checked again stays to be read, and cannot be used until the new result is there.
    this.#results.inert = state.state === "checking";
    if (before && before.state !== state.state || before && anew) this.#follow(before, state, focused);
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
    this.#body.lang = this.#words.lang;
    this.#body.dir = this.#words.dir;
    this.#body.replaceChildren(this.#status, built.chooser.node, built.progress.node, built.seal.node, this.#results);
    return built;
  }

  /** @param {string} lang */
  #speak(lang) {
    this.#language = new Language(this.#words, lang);
    ({ chooser: this.#chooser, progress: this.#progress, seal: this.#seal } = this.#build());
  }

  /**
   * @param {ViewState} state
   * @returns {Node[]}
   */
  #result(state) {
    if (state.state === "faulted" && state.fault) {
      return [faultSection(this.#language, state.fault, {
        again: () => this.#again(),
        choose: () => this.#chooser.open({ instead: true }),
        reload: () => location.reload(),
      }, this.#oneOf(state, state.fault))];
    }
    if (state.outcome) return this.#outcome(state, state.outcome);
    return [];
  }

  /**
   * In the order in which a person acts.
   *
   * @param {ViewState} state
   * @param {Outcome} outcome
   * @returns {Node[]}
   */
  #outcome(state, outcome) {
    const language = this.#language;
    const actions = this.#actions;
    const reader = {
      act: state.act,
      readAs: (/** @type {number} */ source, /** @type {string | null} */ encoding) => actions.readAs(source, encoding),
      samples: (/** @type {number} */ source) => actions.samples(source),
    };
    const verdict = verdictSection(language, outcome, state);
    const batch = outcome.sources.length > 1 || state.chosen.length > 1;
    if (outcome.verdict === "wrong-report" && !batch) {
      verdict.append(wrongReportSection(language, outcome, () => this.#chooser.open({ instead: true })));
      return [verdict];
    }
    const sources = outcome.sources.map(({ name }, index) => nameOf(name ?? language.words.facts.unnamed, state.origins, index));
    const opener = {
      ...actions,
      sources,
      isLeftOut: (/** @type {number} */ source, /** @type {number} */ number) => {
        const origin = state.origins[source];
        return origin !== undefined && state.decisions.isLeftOut(origin, number);
      },
    };
    const payload = state.payload && !state.checkOnly ? () => void actions.download("payload") : null;
    const files = {
      remove: (/** @type {number} */ index) => actions.remove(index),
      addAnother: () => this.#chooser.open(),
      follow: (/** @type {string} */ id) => this.#goTo(id),
    };
    return [
      verdict,
      errorSummary(language, outcome, files.follow),
      damageSection(language, outcome, opener, batch ? null : () => this.#chooser.open({ instead: true })),
      questionsSection(language, outcome, { sources, answer: actions.answer }),
      changesSection(language, state, sources, actions),
      batch ? filesSection(language, state, outcome, reader, files) : null,
      findingsSection(language, outcome, opener),
      repairsSection(language, outcome, opener),
      totalsSection(language, outcome.totals),
      coverageSection(language, outcome),
      columnsSection(language, outcome, { checkOnly: state.checkOnly, download: payload, sources, record: actions.record }),
      downloadsSection(language, outcome, { sources, checkOnly: state.checkOnly, download: actions.download }),
      batch ? null : aboutSection(language, outcome, reader),
    ].filter(section => section !== null);
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
    const words = this.#words.progress;
    const mayTake = focused || document.activeElement === document.body || document.activeElement === null;
    if (state.state === "checking") {
      if (focused) this.#progress.node.focus({ preventScroll: state.outcome !== null });
    } else if (state.state === "checked" && state.outcome) {
      const changed = state.act && mayTake ? this.#changed(state.act) : null;
      if (changed) {
        changed.focus();
        this.#announce(`${verdictSentence(this.#language, state.outcome, state)}.`);
        return;
      }
      const target = this.#root.querySelector(".summary") ?? this.#root.getElementById("verdict-title");
      // The verdict stays in sight above the summary.
      if (mayTake) focusOn(target, this.#root.querySelector(".verdict"));
      else this.#announce(`${verdictSentence(this.#language, state.outcome, state)}.`);
    } else if (state.state === "faulted") {
      // A fault met before anything was chosen must not take the focus of a page that is only being read.
      if (mayTake && before.state === "checking") focusOn(this.#root.getElementById("fault-title"));
      else this.#announce(`${this.#root.getElementById("fault-title")?.textContent ?? ""}.`);
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
 * A source's name: where an archive holds several, with the name in it.
 *
 * @param {string} name
 * @param {ViewState["origins"]} origins
 * @param {number} index
 */
function nameOf(name, origins, index) {
  const own = origins[index];
  const several = origins.filter(({ file }) => file === own?.file).length > 1;
  return own?.member && several ? `${name}: ${own.member}` : name;
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
 * The style sheet comes from beside this module, under the page's `style-src`. Until it is there (or is known
 * not to come) nothing is shown, so that nothing jumps.
 *
 * @param {HTMLElement} body
 */
function stylesheet(body) {
  const show = () => (body.hidden = false);
  body.hidden = true;
  return el("link", { rel: "stylesheet", href: new URL("../style.css", import.meta.url).href, onload: show, onerror: show });
}
