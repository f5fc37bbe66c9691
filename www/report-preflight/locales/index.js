/**
 * The languages there are. A language is one file of words, with a catalogue of what the checks find beside it, and is
 * loaded when an element first speaks it. English stands in for whatever is missing, so it is always there; its own
 * catalogue comes with the part that shows results (`catalogue.js`).
 */
import { inTime } from "../assets.js";
import en from "./en.js";

/** @typedef {typeof en} Words */
/**
 * Another language has the same sentences, each by the plural categories of its own.
 *
 * @template Whole
 * @typedef {Whole extends string ? string : Whole extends { other: string } ? string | Record<string, string>
 *   : Whole extends readonly (infer Item)[] ? Translated<Item>[] : { [Key in keyof Whole]: Translated<Whole[Key]> }} Translated
 */
/**
 * @template Whole
 * @typedef {Whole extends string | readonly unknown[] | null ? Whole : { [Key in keyof Whole]?: DeepPartial<Whole[Key]> }} DeepPartial
 */

/**
 * Each by its whole name, because bundlers follow no name put together.
 *
 * @type {Record<string, () => Promise<{ default: Translated<Words> }>>}
 */
const LOADERS = {
  es: () => import("./es.js"),
  "zh-Hans": () => import("./zh-Hans.js"),
};
export const TAGS = ["en", ...Object.keys(LOADERS)];

/** @type {Map<string, Words>} */
const arrived = new Map([["en", en]]);

/** The one of ours for the language of a page: Spanish for `es-MX`, but no simplified letters for `zh-TW`. @param {string} asked */
export function tagFor(asked) {
  return TAGS.find((tag) => written(tag) === written(asked)) ?? "en";
}

/** Language and script, without the country. @param {string} tag */
function written(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

/** The words of one of `TAGS`, if they are there. @param {string} tag */
export function wordsIn(tag) {
  return arrived.get(tag);
}

/** @param {string} tag */
export async function loadWords(tag) {
  const load = LOADERS[tag];
  if (!load || arrived.has(tag)) return;
  // Its plural categories are its own; whoever speaks asks `Intl` for the one.
  arrived.set(tag, /** @type {Words} */ ((await inTime(load())).default));
}
