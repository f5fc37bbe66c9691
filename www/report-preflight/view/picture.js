/**
 * What the pictures share: one of a few things to look at, chosen above them, and lengths as shares of the largest.
 */
import { el } from "./dom.js";
import { salesOf, taxOf } from "./amounts.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {import("./amounts.js").Sums} Sums */
/** What is looked at: its exact figure, and how it is written. @typedef {{ name: string, of: (sums: any) => string, tell: (figure: string) => string, money: boolean }} Measure */

let pictures = 0;

/**
 * Radio buttons in a row. `show` is called at once with what is chosen first.
 *
 * @param {string} legend
 * @param {string[]} names
 * @param {(index: number) => void} show
 * @param {number} [first]
 */
export function segments(legend, names, show, first = 0) {
  const name = `picture-${++pictures}`;
  show(first);
  return el("fieldset", { class: "segments" },
    el("legend", {}, legend),
    el("div", { class: "segments-row" }, ...names.map((label, index) => el("label", { class: "segment" },
      el("input", { type: "radio", name, checked: index === first, onchange: () => show(index) }),
      el("span", {}, label)))));
}

/**
 * @param {Language} language
 * @param {string | null} currency
 * @returns {Measure[]}
 */
export function moneyMeasures(language, currency) {
  const { sales, tax } = language.words.map;
  const tell = (/** @type {string} */ figure) => language.money(figure, currency);
  return [{ name: sales, of: salesOf, tell, money: true }, { name: tax, of: taxOf, tell, money: true }];
}

/**
 * @param {Language} language
 * @param {string} name
 * @param {(sums: any) => number} of
 * @returns {Measure}
 */
export function countMeasure(language, name, of) {
  return { name, of: sums => String(of(sums)), tell: figure => language.number(Number(figure)), money: false };
}

/**
 * How long a bar is, from 0 to 1: for the eye only.
 *
 * @param {HTMLElement} node
 * @param {string} figure
 * @param {string[]} figures  All there are.
 */
export function setShare(node, figure, figures) {
  const most = Math.max(...figures.map(other => Math.abs(Number(other))));
  const share = most > 0 ? Math.abs(Number(figure)) / most : 0;
  node.style.setProperty("--_share", share.toFixed(4));
  node.classList.toggle("below-zero", Number(figure) < 0);
  return node;
}
