/**
 * The words that one element speaks in: those of its language, and over them the host's own. Until another language is
 * there, the one before goes on being spoken.
 */
import { loadWords, tagFor, wordsIn } from "./locales/index.js";

/** @typedef {import("./locales/index.js").Words} Words */
/** @typedef {import("./locales/index.js").DeepPartial<Words>} OwnWords */

export class Wording {
  #changed;
  /** @type {OwnWords} */
  #own = {};
  /** The language spoken. @type {string | null} */
  #tag = null;
  /** @type {Words | null} */
  #words = null;
  /** The language that is on its way. @type {string | null} */
  #coming = null;
  /** Of which English is spoken, because it could not be had. @type {string | null} */
  #missing = null;

  /** @param {() => void} changed  Is called when there are other words than before. */
  constructor(changed) {
    this.#changed = changed;
  }

  get own() {
    return this.#own;
  }
  set own(own) {
    this.#own = own ?? {};
    this.#words = null;
  }

  /** Null while the first words are on their way; the same object as long as they stay the same. @param {string} asked */
  in(asked) {
    const wanted = tagFor(asked);
    if (wanted !== this.#missing) this.#missing = null;
    const tag = this.#missing ? "en" : wanted;
    if (!wordsIn(tag)) void this.#load(tag);
    else if (tag !== this.#tag) {
      this.#tag = tag;
      this.#words = null;
    }
    const spoken = this.#tag && wordsIn(this.#tag);
    if (spoken) this.#words ??= merged(spoken, this.#own);
    return this.#words;
  }

  /** @param {string} tag */
  async #load(tag) {
    if (tag === this.#coming) return;
    this.#coming = tag;
    try {
      await loadWords(tag);
    } catch {
      this.#missing = tag;
    }
    this.#coming = null;
    this.#changed();
  }
}

/**
 * What both have, the host's where there is one. Lists and sentences come as a whole.
 *
 * @template {object} Whole
 * @param {Whole} whole
 * @param {object} own  Some of it.
 * @returns {Whole}
 */
function merged(whole, own) {
  /** @type {any} */
  const both = { ...whole };
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined || value === null) continue;
    both[name] = isObject(value) && isObject(both[name]) ? merged(both[name], value) : value;
  }
  return both;
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
