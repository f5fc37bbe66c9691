/**
 * One record, read again from the file when the seller opens it: its cells as a table, the one that matters
 * marked in words and colour.
 */
import { el, icon, isolated } from "./dom.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").RecordText} RecordText */
/** @typedef {RecordText["cells"][number]} Cell */

const ROWS_BEFORE_MARK = 3;

export class RecordPanel {
  #language;
  #number;
  #column;

  /**
   * @param {Language} language
   * @param {number} number
   * @param {string | null} column  The column to mark; `null`: the record as a whole.
   * @param {() => Promise<RecordText>} read
   */
  constructor(language, number, column, read) {
    this.#language = language;
    this.#number = number;
    this.#column = column;
    const words = language.words.record;
    this.body = el("div", { class: "record-body", role: "status" }, words.loading);
    this.node = el("section", { part: "record", class: "record", "aria-label": language.say(words.title, { record: number }) }, this.body);
    this.#fill(read);
  }

  /** @param {() => Promise<RecordText>} read */
  async #fill(read) {
    const words = this.#language.words.record;
    try {
      const record = await read();
      this.node.replaceChildren(this.#table(record), el("p", { class: "muted record-note" }, words.privacy));
      this.#scrollToMark();
    } catch {
      // The file is gone or was changed: what happened is said, and everything else stays as it was.
      this.body.textContent = this.#language.say(words.gone, { record: this.#number });
    }
  }

  /** @param {RecordText} record */
  #table(record) {
    const words = this.#language.words.record;
    const caption = this.#language.say(words.caption, { record: this.#number });
    return el("div", { class: "scroll record-scroll", role: "region", tabindex: 0, "aria-label": caption },
      el("table", { class: "cells" },
        el("caption", { class: "hidden-visually" }, caption),
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words.header), el("th", { scope: "col" }, words.text))),
        el("tbody", {}, ...record.cells.map(cell => this.#row(cell)))));
  }

  /** @param {Cell} cell */
  #row(cell) {
    const words = this.#language.words.record;
    const marked = this.#column !== null && cell.column === this.#column;
    return el("tr", { class: marked ? "cell-marked" : null },
      el("th", { scope: "row" },
        el("code", {}, isolated(cell.header)),
        !cell.leaves && el("span", { class: "cell-stays" }, words.stays)),
      el("td", {},
        cell.text === "" ? el("span", { class: "muted cell-empty" }, words.empty) : el("span", { class: "cell-text" }, isolated(cell.text)),
        marked && el("strong", { class: "cell-mark" }, icon("error"), words.marked)));
  }

  // A few rows above the mark come first. Within the table's own box only: the page must not move.
  #scrollToMark() {
    const box = this.node.querySelector(".record-scroll");
    const rows = [...this.node.querySelectorAll("tbody tr")];
    const marked = rows.findIndex(row => row.classList.contains("cell-marked"));
    const first = rows[Math.max(0, marked - ROWS_BEFORE_MARK)];
    if (marked < 0 || !box || !(first instanceof HTMLElement)) return;
    box.scrollTop = first.offsetTop - (this.node.querySelector("thead")?.offsetHeight ?? 0);
  }
}
