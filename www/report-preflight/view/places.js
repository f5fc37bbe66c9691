/**
 * A table of places: record, column, and a button that opens the record under its row. The first few rows
 * are shown; the rest of those listed come on request.
 */
import { el } from "./dom.js";
import { isInRecord } from "./judgement.js";
import { RecordPanel } from "./record.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./state.js").Place} Place */

/**
 * @typedef {object} Opener  What can be seen and done where something is told of.
 * @property {string[]} sources  Names of the files, where there are several.
 * @property {(source: number, number: number) => boolean} isLeftOut
 * @property {import("./state.js").ViewActions["record"]} record
 * @property {import("./state.js").ViewActions["edit"]} edit
 * @property {import("./state.js").ViewActions["leaveOut"]} leaveOut
 * @property {import("./state.js").ViewActions["decline"]} decline
 *
 * @typedef {object} ExtraColumn  One more column of the table, between the place and the button.
 * @property {string} title
 * @property {(place: any) => Node | string} cell
 */

const SHOWN_FIRST = 10;

/**
 * @param {Language} language
 * @param {{ what: string, count: number, places: Place[], opener: Opener, extra?: ExtraColumn[] }} given
 */
export function placesTable(language, { what, count, places, opener, extra = [] }) {
  const words = language.words.findings;
  const several = opener.sources.length > 1;
  const titles = [...(several ? [words.file] : []), words.record, words.column, ...extra.map(({ title }) => title), words.action];
  const body = el("tbody");
  const table = el("table", { class: "places" },
    el("caption", { class: "hidden-visually" }, language.say(words.caption, { what })),
    el("thead", {}, el("tr", {}, ...titles.map(title => el("th", { scope: "col" }, title)))),
    body);
  const row = (/** @type {Place} */ place) => placeRow(language, place, { several, opener, extra, width: titles.length });
  body.append(...places.slice(0, SHOWN_FIRST).map(row));

  const rest = places.slice(SHOWN_FIRST);
  const capped = places.length < count && el("p", { class: "muted" }, language.say(words.capped, { shown: places.length, n: count }));
  // With more columns than a phone is wide, the table scrolls in a box of its own.
  const box = extra.length > 0 ? el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": what }, table) : table;
  return el("div", {}, box, el("div", { class: "places-after" }, rest.length > 0 && moreButton(language, body, rest, row), capped));
}

/**
 * What to press to see the places: it says when only the first are listed.
 *
 * @param {Language} language
 * @param {{ count: number, places: Place[] }} listed
 */
export function showPlaces(language, { count, places }) {
  const words = language.words.findings;
  return places.length < count
    ? language.say(words.showFirst, { shown: places.length, n: count })
    : language.say(words.showPlaces, { n: count });
}

/**
 * @param {Language} language
 * @param {HTMLElement} body
 * @param {Place[]} rest
 * @param {(place: Place) => HTMLElement} row
 */
function moreButton(language, body, rest, row) {
  const button = el("button", { class: "button button-second button-small", type: "button", onclick: () => {
    const rows = rest.map(row);
    body.append(...rows);
    button.remove();
    rows[0]?.querySelector("button")?.focus();
  } }, language.say(language.words.findings.more, { n: rest.length }));
  return button;
}

/**
 * @param {Language} language
 * @param {Place} place
 * @param {{ several: boolean, opener: Opener, extra: ExtraColumn[], width: number }} table
 */
function placeRow(language, place, { several, opener, extra, width }) {
  const words = language.words.findings;
  const row = el("tr", {},
    several && el("td", {}, opener.sources[place.source] ?? ""),
    el("td", { class: "number" }, place.record === null ? "" : language.number(place.record)),
    el("td", {}, place.column === null ? words.wholeRecord : el("code", {}, place.column)),
    ...extra.map(({ cell }) => el("td", {}, cell(place))),
    el("td", { class: "places-open" }, place.record !== null && isInRecord(place) && openButton(language, place, place.record, opener, width)));
  return row;
}

/**
 * @param {Language} language
 * @param {Place} place
 * @param {number} record
 * @param {Opener} opener
 * @param {number} width
 */
function openButton(language, place, record, opener, width) {
  const words = language.words.findings;
  /** @type {HTMLElement | null} */
  let panel = null;
  const act = `record-${place.source}-${record}`;
  const button = el("button", { class: "button button-second button-small", type: "button", "data-act": act, "aria-expanded": "false", onclick: () => {
    if (panel) panel.remove();
    panel = panel ? null : el("tr", { class: "places-record" },
      el("td", { colspan: width }, new RecordPanel(language, { ...place, number: record }, opener).node));
    if (panel) button.closest("tr")?.after(panel);
    label();
  } });
  const label = () => {
    button.setAttribute("aria-expanded", String(panel !== null));
    button.setAttribute("aria-label", language.say(panel ? words.closeRecord : words.openRecord, { record }));
    button.textContent = panel ? words.close : words.open;
  };
  label();
  return button;
}
