/**
 * What is happening while a file is read. Text and bar change in place; nothing is built anew.
 */
import { el, isolated, setText } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewState} ViewState */

/** Long enough not to talk over the seller, short enough to show that it goes on. */
const ANNOUNCE_EVERY_MS = 15_000;
/** Before that nobody knows how long it takes. */
const GUESS_AFTER_MS = 2_000;
/** In steps this large, so that the text does not flicker, and is no more exact than the guess. */
const STEP_S = 10;
const SOON_S = 5;

export class Progress {
  #language;
  #announce;
  #announcedAt = 0;
  /** When the first bytes were read. @type {number | null} */
  #startedAt = null;
  /** What is said to be left, in seconds. @type {number | null} */
  #left = null;
  /** @type {import("./state.js").Chosen[] | null} */
  #chosen = null;

  /**
   * @param {Language} language
   * @param {{ cancel: () => void, announce: (text: string) => void }} actions
   */
  constructor(language, actions) {
    const words = language.words.progress;
    this.#language = language;
    this.#announce = actions.announce;
    this.title = el("h2", { id: "progress-title", class: "progress-title" });
    this.bar = el("progress", { class: "bar", max: 1, value: 0, "aria-label": words.bar });
    this.percent = el("span", { class: "progress-percent" });
    this.bytes = el("span");
    this.records = el("span");
    this.left = el("span", { part: "time-left" });
    this.node = el(
      "div",
      { class: "progress", part: "progress", role: "group", tabindex: -1, "aria-labelledby": "progress-title", hidden: true },
      el("div", { class: "progress-head" }, this.title, this.percent),
      this.bar,
      el("div", { class: "progress-facts" }, this.bytes, this.records, this.left),
      el("div", { class: "progress-act" }, el("button", { part: "cancel", class: "button button-second", type: "button", onclick: actions.cancel }, words.cancel)),
    );
  }

  /** @param {ViewState} state */
  render(state) {
    this.node.hidden = state.state !== "checking";
    if (this.node.hidden) {
      this.#chosen = null;
      return;
    }
    const language = this.#language;
    const words = language.words.progress;
    if (state.chosen !== this.#chosen) this.#start(state.chosen);

    const { bytes, total, records } = state.progress ?? { bytes: 0, total: 0, records: 0 };
    const share = total > 0 ? Math.min(bytes / total, 1) : 0;
    this.bar.value = share;
    setText(this.percent, language.percent(share));
    setText(this.bytes, bytes === 0 ? words.starting : language.say(words.bytes, { done: language.bytes(bytes), total: language.bytes(total) }));
    setText(this.records, bytes === 0 ? "" : language.say(words.records, { n: records }));
    this.#guess(bytes, total);
    setText(this.left, this.#leftInWords());
    if (performance.now() - this.#announcedAt > ANNOUNCE_EVERY_MS) {
      this.#announcedAt = performance.now();
      this.#announce(language.say(words.announce, { percent: language.percent(share) }));
    }
  }

  /**
   * As fast as it went so far, it goes on. What is said goes down with every step, and up only when it was wrong by
   * more than one.
   *
   * @param {number} bytes
   * @param {number} total
   */
  #guess(bytes, total) {
    if (bytes === 0) return;
    this.#startedAt ??= performance.now();
    const passed = performance.now() - this.#startedAt;
    if (passed < GUESS_AFTER_MS) return;
    const seconds = (passed / bytes) * (total - bytes) / 1000;
    const step = seconds <= 60 ? STEP_S : 60;
    const left = seconds < SOON_S ? 0 : Math.ceil(seconds / step) * step;
    if (this.#left === null || left < this.#left || left > this.#left + step) this.#left = left;
  }

  #leftInWords() {
    const { tag, words } = this.#language;
    if (this.#left === null) return "";
    if (this.#left === 0) return words.progress.soon;
    const [amount, unit] = this.#left < 60 ? [this.#left, "second"] : [this.#left / 60, "minute"];
    const time = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" }).format(amount);
    return this.#language.say(words.progress.left, { time });
  }

  /** @param {import("./state.js").Chosen[]} chosen */
  #start(chosen) {
    const language = this.#language;
    const words = language.words;
    const several = chosen.length > 1 ? language.say(words.chooser.several, { n: chosen.length }) : null;
    const name = several ?? chosen[0]?.file.name ?? words.facts.unnamed;
    this.#chosen = chosen;
    this.#announcedAt = performance.now();
    this.#startedAt = this.#left = null;
    this.title.replaceChildren(...language.tell(words.progress.title, { file: several ?? isolated(name) }));
    this.#announce(language.say(words.progress.announceStart, { file: name }));
  }
}
