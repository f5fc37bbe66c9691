/**
 * Every kind of finding under an anchor of its own, made from the catalogue when it is asked for: by opening the list,
 * or by an address such as `help-center.html#postal-code-lost-zero`.
 */
import catalogue from "./report-preflight/locales/catalogue.en.js";
import facts from "./report-preflight/locales/catalogue.js";

/** @typedef {{ severity: string, effect: string }} Facts */
/** @typedef {{ what: string, why: string, fix: string }} Words */

/** @type {Record<string, Words>} */
const codes = catalogue.codes;
/** What follows from a finding, the gravest first. @type {[title: string, has: (facts: Facts) => boolean][]} */
const GROUPS = [
  ["Nothing can be sent until this is settled", ({ effect }) => effect === "blocks"],
  ["Needs fixing", ({ effect, severity }) => effect === "judged" && severity === "error"],
  ["Worth a look", ({ effect, severity }) => effect === "judged" && severity === "warning"],
  ["Good to know", ({ effect, severity }) => effect === "judged" && severity === "note"],
  ["Corrected for you", ({ effect }) => effect === "repairs"],
  ["Not sent, because it may be about a person", ({ effect }) => effect === "withholds"],
  ["Set aside, because it is not a sale", ({ effect }) => effect === "sets-aside"],
];

const list = /** @type {HTMLDetailsElement} */ (document.getElementById("all-codes"));
list.addEventListener("toggle", fill);
addEventListener("hashchange", follow);
follow();

function follow() {
  const slug = decodeURIComponent(location.hash.slice(1));
  if (!Object.hasOwn(codes, slug)) return;
  list.open = true;
  fill();
  const title = document.getElementById(slug);
  title?.scrollIntoView();
  title?.focus({ preventScroll: true });
}

function fill() {
  if (!list.open || list.childElementCount > 1) return;
  for (const [title, has] of GROUPS) {
    const members = Object.entries(facts.codes).flatMap(([slug, facts]) => has(facts) ? slug : []);
    if (members.length > 0) list.append(element("h3", title), ...members.flatMap(entry));
  }
}

/** @param {string} slug */
function entry(slug) {
  const { what, why, fix } = /** @type {Words} */ (codes[slug]);
  const title = element("h4", what.replace(/\.$/, ""));
  title.id = slug;
  title.tabIndex = -1;
  return [title, element("p", [why, fix].filter(Boolean).join(" "))];
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}
