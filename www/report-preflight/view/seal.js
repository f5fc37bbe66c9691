/**
 * What was measured about the reading worker's network: no more is claimed than that.
 */
import { el, icon } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Seal} Seal */

export class SealLine {
  #language;
  /** @type {string | undefined} */
  #shown;

  /** @param {Language} language */
  constructor(language) {
    this.#language = language;
    this.node = el("p", { part: "seal", class: "seal" });
  }

  /**
   * @param {Seal | null} seal
   * @param {boolean} faulted  There is nothing to wait for.
   */
  render(seal, faulted) {
    this.node.hidden = faulted && !seal;
    const key = seal ? `${seal.sealed} ${seal.reason}` : "";
    if (key === this.#shown) return;
    this.#shown = key;
    const words = this.#language.words.seal;
    const [mark, text] = !seal ? ["locked", words.waiting]
      : seal.sealed ? ["locked", words.sealed]
      : ["unlocked", this.#language.sentences(words.open, words.reasons[seal.reason] ?? words.reasons.other)];
    this.node.className = `seal ${!seal ? "seal-waiting" : seal.sealed ? "seal-sealed" : "seal-open"}`;
    this.node.replaceChildren(icon(mark), el("span", {}, text));
  }
}
