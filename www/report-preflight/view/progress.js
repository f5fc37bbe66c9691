/**
 * What is happening while a file is read. Text and bar change in place; nothing is built anew.
 */
import { el, isolated, setText } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").ViewState} ViewState */

/** Long enough not to talk over the seller, short enough to show that it goes on. */
const ANNOUNCE_EVERY_MS = 15_000;

export class Progress {
  #language;
  #announce;
  #announcedAt = 0;
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
    this.node = el(
      "div",
      { class: "progress", part: "progress", role: "group", tabindex: -1, "aria-labelledby": "progress-title", hidden: true },
      el("div", { class: "progress-head" }, this.title, this.percent),
      this.bar,
      el("div", { class: "progress-facts" }, this.bytes, this.records),
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
    if (performance.now() - this.#announcedAt > ANNOUNCE_EVERY_MS) {
      this.#announcedAt = performance.now();
      this.#announce(language.say(words.announce, { percent: language.percent(share) }));
    }
  }

  /** @param {import("./state.js").Chosen[]} chosen */
  #start(chosen) {
    const language = this.#language;
    const words = language.words;
    const several = chosen.length > 1 ? language.say(words.chooser.several, { n: chosen.length }) : null;
    const name = several ?? chosen[0]?.file.name ?? words.facts.unnamed;
    this.#chosen = chosen;
    this.#announcedAt = performance.now();
    this.title.replaceChildren(...language.tell(words.progress.title, { file: several ?? isolated(name) }));
    this.#announce(language.say(words.progress.announceStart, { file: name }));
  }
}
