/**
 * One record, read and judged again when the seller opens it: its cells as a table, what is wrong beside the cell that
 * it is about, and a field in place to mend it. What is typed is judged at once; it counts when it is saved.
 */
import { el, icon, isolated, setText } from "./dom.js";
import { asHeading, codeWords } from "./judgement.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").RecordText} RecordText */
/** @typedef {import("./state.js").Place} Place */
/** @typedef {import("./state.js").Cells} Cells */
/** @typedef {import("./places.js").Opener} Opener */
/** @typedef {RecordText["cells"][number]} Cell */
/** @typedef {{ row: HTMLElement, mark: HTMLElement, input: HTMLInputElement | null }} Shown */

const ROWS_BEFORE_MARK = 3;
/** Where the rows are high, because the box is narrower than this. */
const NARROW = 400;
/** After the last key. */
const JUDGED_AFTER_MS = 250;

let panels = 0;

export class RecordPanel {
  #language;
  #source;
  #number;
  #column;
  #opener;
  #id = `record-${++panels}`;
  /** As what is in force has it. @type {RecordText | null} */
  #record = null;
  /** What the file says, where the seller wrote over it. @type {Map<string, string>} */
  #original = new Map();
  /** By column; a name that comes twice belongs to the first. @type {Map<string, Shown>} */
  #shown = new Map();
  /** What is in the fields and not in force. @type {Record<string, string>} */
  #typed = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Language} language
   * @param {{ source: number, number: number, column: string | null }} place  The column to mark; `null`: the record
   *   as a whole.
   * @param {Opener} opener
   */
  constructor(language, { source, number, column }, opener) {
    this.#language = language;
    this.#source = source;
    this.#number = number;
    this.#column = column;
    this.#opener = opener;
    const words = language.words.record;
    this.status = el("p", { class: "record-status", role: "status" }, words.loading);
    this.node = el("section", { part: "record", class: "record", "aria-label": language.say(words.title, { record: number }) }, this.status);
    this.#fill();
  }

  async #fill() {
    const words = this.#language.words.record;
    try {
      const record = this.#record = await this.#opener.record(this.#source, this.#number);
      const edited = record.cells.flatMap(({ column, edited }) => edited && column !== null ? column : []);
      if (edited.length > 0) {
        const { cells } = await this.#opener.record(this.#source, this.#number, Object.fromEntries(edited.map(column => [column, null])));
        for (const { column, text } of cells) if (column !== null && !this.#original.has(column)) this.#original.set(column, text);
      }
      this.node.prepend(this.#table(record));
      this.node.append(this.#acts(edited.length > 0), el("p", { class: "muted record-note" }, words.privacy));
      this.#judge(record);
      this.#scrollToMark();
    } catch {
      // The file is gone or was changed: what happened is said, and everything else stays as it was.
      this.status.textContent = this.#language.say(words.gone, { record: this.#number });
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
        el("tbody", {}, ...record.cells.map((cell, index) => this.#row(cell, index, record)))));
  }

  /** @param {Cell} cell @param {number} index @param {RecordText} record */
  #row(cell, index, { findings }) {
    const words = this.#language.words.record;
    const { column } = cell;
    const id = `${this.#id}-${index}`;
    const known = column !== null && !this.#shown.has(column);
    const wrong = known && findings.some(finding => finding.column === column && finding.severity !== "note");
    const open = known && (wrong || cell.edited || column === this.#column);
    const mark = el("div", { id: `${id}-mark`, class: "cell-marks" });
    const name = el("span", { id: `${id}-name` }, el("code", {}, isolated(cell.header)));
    const text = el("div", {}, cell.text === "" ? el("span", { class: "muted cell-empty" }, words.empty) : el("span", { class: "cell-text" }, isolated(cell.text)));
    const row = el("tr", {},
      el("th", { scope: "row" }, name, !cell.leaves && el("span", { class: "cell-stays" }, words.stays)),
      el("td", {}, text, mark));
    if (!known) return row;
    /** @type {Shown} */
    const shown = { row, mark, input: null };
    this.#shown.set(column, shown);
    const edit = () => {
      shown.input = this.#field(id, column, cell);
      const before = this.#original.get(column);
      text.replaceChildren(shown.input, this.#candidates(column, cell), before !== undefined && before !== cell.text
        ? el("p", { class: "muted cell-before" }, ...this.#language.tell(words.before, { text: isolated(before || words.empty) })) : "");
      return shown.input;
    };
    if (open) edit();
    else if (cell.leaves) {
      text.append(" ", el("button", {
        class: "button button-plain cell-change", type: "button", "aria-label": this.#language.say(words.changeNamed, { column: cell.header }),
        onclick: () => edit().focus(),
      }, words.change));
    }
    return row;
  }

  /** @param {string} id @param {string} column @param {Cell} cell */
  #field(id, column, cell) {
    const input = el("input", {
      class: "cell-input", type: "text", dir: "auto", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-labelledby": `${id}-name`, "aria-describedby": `${id}-mark`,
      oninput: () => this.#type(column, input.value),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        // Not the form that the element may stand in.
        event.preventDefault();
        this.#save();
      },
    });
    input.value = cell.text;
    return input;
  }

  /** What may have been meant. Never taken without the seller. @param {string} column @param {Cell} cell */
  #candidates(column, { candidates }) {
    if (candidates.length === 0) return "";
    const words = this.#language.words.record;
    return el("div", { class: "candidates", role: "group", "aria-label": words.candidates },
      el("span", { class: "muted" }, words.candidates),
      ...candidates.map(candidate => el("button", { class: "button button-second button-small", type: "button", onclick: () => {
        const input = this.#shown.get(column)?.input;
        if (input) input.value = candidate;
        this.#type(column, candidate);
      } }, candidate)));
  }

  /** @param {boolean} edited */
  #acts(edited) {
    const words = this.#language.words.record;
    const opener = this.#opener;
    const out = opener.isLeftOut(this.#source, this.#number);
    return el("div", { class: "record-acts" },
      el("div", { class: "buttons" },
        el("button", { class: "button", type: "button", onclick: () => this.#save() }, words.save),
        edited && el("button", { class: "button button-second", type: "button", onclick: () => opener.edit(this.#source, this.#number, null) }, words.takeBack),
        el("button", { class: "button button-second", type: "button", "aria-describedby": `${this.#id}-out`,
          onclick: () => opener.leaveOut(this.#source, this.#number, !out) }, out ? words.takeIn : words.leaveOut)),
      el("p", { id: `${this.#id}-out`, class: "muted record-note" }, out ? words.isLeftOut : words.leaveOutHint));
  }

  /** @param {string} column @param {string} value */
  #type(column, value) {
    const now = this.#record?.cells.find(cell => cell.column === column)?.text;
    if (value === now) delete this.#typed[column];
    else this.#typed[column] = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(), JUDGED_AFTER_MS);
  }

  async #try() {
    const typed = this.#typed = { ...this.#typed };
    try {
      const record = await this.#opener.record(this.#source, this.#number, typed);
      // What was typed since then is judged by itself.
      if (typed === this.#typed && this.node.isConnected) this.#judge(record);
    } catch {
      setText(this.status, this.#language.say(this.#language.words.record.gone, { record: this.#number }));
    }
  }

  #save() {
    clearTimeout(this.#timer);
    const columns = Object.keys(this.#typed);
    if (columns.length === 0) {
      setText(this.status, this.#language.words.record.nothing);
      return;
    }
    // What the report says anyway is no edit.
    this.#opener.edit(this.#source, this.#number, Object.fromEntries(columns.map(column =>
      [column, this.#original.get(column) === this.#typed[column] ? null : this.#typed[column] ?? null])));
  }

  /** Beside each cell what is wrong with it, and below what that makes of the record. @param {RecordText} record */
  #judge(record) {
    const { words } = this.#language;
    for (const [column, { row, mark, input }] of this.#shown) {
      const findings = record.findings.filter(finding => finding.column === column);
      const repair = record.repairs.find(repair => repair.column === column);
      const worst = findings.find(({ severity }) => severity === "error") ?? findings[0];
      const changed = Object.hasOwn(this.#typed, column);
      const marks = findings.map(({ code, severity }) => cellMark(severity, codeWords(this.#language, code).what));
      if (repair) marks.push(cellMark("good", ...this.#language.tell(words.record.repaired, { text: isolated(repair.after || words.record.empty) })));
      if (marks.length === 0 && changed) marks.push(cellMark("good", words.record.cellFits));
      if (marks.length === 0 && column === this.#column) marks.push(cellMark("note", words.record.marked));
      mark.replaceChildren(...marks);
      const tone = worst?.severity ?? (changed || repair ? "good" : "note");
      row.className = marks.length > 0 ? `cell-marked tone-${tone}` : "";
      input?.setAttribute("aria-invalid", String(worst?.severity === "error"));
    }
    setText(this.status, this.#sentence(record));
  }

  /** @param {RecordText} record */
  #sentence({ fate, findings, cells }) {
    const words = this.#language.words.record;
    const changed = Object.keys(this.#typed).length > 0;
    /** @param {string} severity */
    const what = severity => {
      const told = findings.filter(finding => finding.severity === severity);
      const sentences = (told.length > 0 ? told : findings).map(({ code }) => asHeading(codeWords(this.#language, code).what));
      return this.#language.list([...new Set(sentences)]);
    };
    if (this.#opener.isLeftOut(this.#source, this.#number)) return words.isLeftOut;
    if (fate === "rejected") return this.#language.say(changed ? words.stillWrong : words.wrong, { what: what("error") });
    if (fate === "set_aside") return this.#language.say(words.setAside, { what: what("note") });
    if (changed) return words.fits;
    return cells.some(({ edited }) => edited) ? words.fitsAsEdited : words.byItself;
  }

  // A few rows above the mark come first. Within the table's own box only: the page must not move.
  #scrollToMark() {
    const box = this.node.querySelector(".record-scroll");
    const rows = [...this.node.querySelectorAll("tbody tr")];
    const marked = rows.findIndex(row => row === this.#shown.get(this.#column ?? "")?.row);
    const at = marked < 0 ? rows.findIndex(row => row.classList.contains("tone-error")) : marked;
    const first = rows[Math.max(0, at - (box && box.clientWidth < NARROW ? 1 : ROWS_BEFORE_MARK))];
    if (at < 0 || !box || !(first instanceof HTMLElement)) return;
    box.scrollTop = first.offsetTop - (this.node.querySelector("thead")?.offsetHeight ?? 0);
  }
}

/** @param {string} severity @param {...(Node | string)} what */
function cellMark(severity, ...what) {
  return el("p", { class: `cell-mark tone-${severity}` }, icon(severity), el("span", {}, ...what));
}
