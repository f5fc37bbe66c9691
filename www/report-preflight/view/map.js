/**
 * The states that goods were sent to, as tiles of one size about where they lie: how much is said by the figure in the
 * tile and the length of its bar, and by its shade. What is no state is listed beside it. The table has every figure.
 */
import { el } from "./dom.js";
import { countMeasure, moneyMeasures, segments, setShare } from "./picture.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./amounts.js").CurrencyTotals} CurrencyTotals */
/** @typedef {CurrencyTotals["by_state"][number]} Place */
/** @typedef {import("./picture.js").Measure} Measure */

const ROWS = [
  "AK .. .. .. .. .. .. .. .. .. ME",
  ".. .. .. .. .. .. .. .. .. VT NH",
  "WA ID MT ND MN IL WI MI NY RI MA",
  "OR NV WY SD IA IN OH PA NJ CT ..",
  "CA UT CO NE MO KY WV VA MD DE ..",
  ".. AZ NM KS AR TN NC SC DC .. ..",
  ".. .. .. OK LA MS AL GA .. .. ..",
  "HI .. .. TX .. .. .. .. FL .. ..",
];
/** By name; where each lies, from 1. */
const TILES = ROWS
  .flatMap((row, y) => row.split(" ").map((state, x) => ({ state, x: x + 1, y: y + 1 })))
  .filter(({ state }) => state !== "..")
  .sort((a, b) => (a.state < b.state ? -1 : 1));
const LISTED = 5;

/**
 * Null where nothing was sent to any of the states.
 *
 * @param {Language} language
 * @param {CurrencyTotals} total
 */
export function mapPart(language, total) {
  const words = language.words.map;
  const isOnMap = (/** @type {Place} */ { state }) => TILES.some(tile => tile.state === state);
  const states = new Map(total.by_state.filter(isOnMap).map(place => [place.state, place]));
  if (states.size === 0) return null;
  const empty = TILES.length - states.size;
  const others = total.by_state.filter(place => !isOnMap(place));
  const measures = [...moneyMeasures(language, total.currency), countMeasure(language, language.words.totals.orders, ({ orders }) => orders)];
  const tiles = el("ul", { class: "tiles", role: "list", "aria-label": words.title });
  const beside = el("div", { class: "map-beside" });
  const show = (/** @type {number} */ index) => {
    const measure = /** @type {Measure} */ (measures[index]);
    const compact = compactFor(language, measure.money ? total.currency : null);
    const figures = [...states.values()].map(measure.of);
    tiles.replaceChildren(...TILES.map(({ state, x, y }) => {
      const place = states.get(state);
      const tile = place ? soldTile(state, measure, place, compact) : el("li", { class: "tile tile-none" },
        el("span", { class: "tile-state" }, state), el("span", { class: "hidden-visually" }, ` ${words.none}`));
      tile.style.setProperty("grid-area", `${y} / ${x}`);
      return place ? setShare(tile, measure.of(place), figures) : tile;
    }));
    const most = [...states.values()].sort((a, b) => Number(measure.of(b)) - Number(measure.of(a))).slice(0, LISTED);
    beside.replaceChildren(
      list(words.most, most.map(place => [placeName(language, place), measure.tell(measure.of(place))])),
      ...(others.length > 0 ? [list(words.others, others.map(place => [placeName(language, place), measure.tell(measure.of(place))]))] : []));
  };
  return el("div", { part: "map", class: "picture" },
    el("h4", { class: "picture-title" }, words.title),
    segments(words.choose, measures.map(({ name }) => name), show),
    el("div", { class: "map" }, tiles, beside),
    el("p", { class: "muted picture-note" }, words.note, empty > 0 && ` ${language.say(words.empty, { n: empty })}`));
}

/**
 * @param {string} state
 * @param {Measure} measure
 * @param {Place} place
 * @param {(figure: string) => string} compact
 */
function soldTile(state, measure, place, compact) {
  const figure = measure.of(place);
  const exact = measure.tell(figure);
  return el("li", { class: "tile", "data-state": state, "data-figure": figure, title: `${state} ${exact}` },
    el("span", { class: "tile-state" }, state),
    el("span", { class: "tile-figure", "aria-hidden": "true" }, compact(figure)),
    el("span", { class: "hidden-visually" }, ` ${exact}`),
    el("span", { class: "tile-bar", "aria-hidden": "true" }));
}

/**
 * @param {string} title
 * @param {string[][]} rows
 */
function list(title, rows) {
  return el("div", {},
    el("p", { class: "map-list-title" }, title),
    el("ul", { class: "map-list", role: "list" }, ...rows.map(([name, figure]) => el("li", {}, el("span", {}, name), " ", el("span", { class: "number" }, figure)))));
}

/**
 * Room for four signs or so.
 *
 * @param {Language} language
 * @param {string | null} currency
 */
function compactFor(language, currency) {
  /** @type {Intl.NumberFormatOptions} */
  const options = { notation: "compact", maximumSignificantDigits: 2 };
  if (currency !== null && /^[A-Z]{3}$/.test(currency)) Object.assign(options, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const format = new Intl.NumberFormat(language.tag, options);
  return (/** @type {string} */ figure) => format.format(/** @type {any} */ (figure));
}

/**
 * @param {Language} language
 * @param {{ country: string, state: string | null }} place
 */
export function placeName(language, { country, state }) {
  const { elsewhere, noPlace } = language.words.totals;
  if (state === null) return country ? language.say(elsewhere, { country: language.country(country) }) : noPlace;
  if (TILES.some(tile => tile.state === state)) return state;
  // Territories are countries to ISO; the armed forces' letters are other countries there.
  return `${state} (${language.words.map.forces[state] ?? language.country(state)})`;
}
