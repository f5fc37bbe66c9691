/**
 * Numbers, amounts, dates and sentences in one language.
 */
import { present } from "./dom.js";

/** @typedef {import("../locales/index.js").Words} Words */
/** A sentence with `{places}`; or several, by plural category of `{n}`. @typedef {string | Record<string, string>} Message */
/** @typedef {Record<string, string | number>} Values */

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

export class Language {
  #plurals;
  #numbers;
  /** @type {Map<string, Intl.NumberFormat>} */
  #formats = new Map();

  /**
   * @param {Words} words
   * @param {string} asked  The language of the page. Followed for numbers where it is a variety of the words'
   *   own, so that an English sentence never has German figures in it.
   */
  constructor(words, asked) {
    this.words = words;
    this.tag = inAmerica(sameLanguage(asked, words.lang) ? asked : words.lang);
    this.#plurals = new Intl.PluralRules(this.tag);
    this.#numbers = new Intl.NumberFormat(this.tag);
  }

  /**
   * @param {Message} message
   * @param {Values} [values]
   * @returns {string}
   */
  say(message, values = {}) {
    return this.#form(message, values).replace(/\{(\w+)\}/g, (_, name) => this.#value(values[name]));
  }

  /**
   * The same with nodes among the values, for what must be marked up inside a sentence.
   *
   * @param {Message} message
   * @param {Record<string, string | number | Node>} values
   * @returns {(Node | string)[]}
   */
  tell(message, values) {
    const parts = this.#form(message, values).split(/\{(\w+)\}/);
    return present(parts.map((part, index) => {
      if (index % 2 === 0) return part;
      const value = values[part];
      return value instanceof Node ? value : this.#value(value);
    }));
  }

  /** One after the other. After a full stop of full width comes no blank. @param {(string | null | undefined)[]} sentences */
  sentences(...sentences) {
    return sentences.filter(Boolean).join(" ").replace(/([。！？]) /gu, "$1");
  }

  /** @param {number} number */
  number(number) {
    return this.#numbers.format(number);
  }

  /** @param {number} bytes */
  bytes(bytes) {
    let power = 0;
    while (bytes >= 1000 && power < BYTE_UNITS.length - 1) {
      bytes /= 1000;
      power += 1;
    }
    const unit = BYTE_UNITS[power] ?? "byte";
    return this.#format(`bytes-${unit}`, {
      style: "unit",
      unit,
      unitDisplay: power === 0 ? "long" : "short",
      maximumFractionDigits: power === 0 ? 0 : 1,
    }).format(bytes);
  }

  /** @param {number} share  from 0 to 1 */
  percent(share) {
    return this.#format("percent", { style: "percent" }).format(share);
  }

  /**
   * An exact decimal, formatted without passing through floating point.
   *
   * @param {string} amount
   * @param {string | null} currency
   */
  money(amount, currency) {
    const digits = amount.split(".")[1]?.length ?? 0;
    /** @type {Intl.NumberFormatOptions} */
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    // A code that Intl would refuse (it is the seller's text) is left to the column's heading.
    if (currency !== null && /^[A-Z]{3}$/.test(currency)) Object.assign(options, { style: "currency", currency });
    return this.#format(`money-${currency}-${digits}`, options).format(/** @type {any} */ (amount));
  }

  /** @param {string} month  `YYYY-MM` */
  month(month) {
    return this.#date(`${month}-01`, { year: "numeric", month: "long" });
  }

  /** @param {string} day  `YYYY-MM-DD` */
  day(day) {
    return this.#date(day, { year: "numeric", month: "long", day: "numeric" });
  }

  /** @param {string} code  of two letters */
  country(code) {
    try {
      return new Intl.DisplayNames(this.tag, { type: "region" }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** A language's name. @param {string} code */
  tongue(code) {
    try {
      return new Intl.DisplayNames(this.tag, { type: "language" }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** @param {string[]} items */
  list(items) {
    return new Intl.ListFormat(this.tag).format(items);
  }

  /**
   * @param {Message} message
   * @param {Record<string, unknown>} values
   */
  #form(message, values) {
    if (typeof message === "string") return message;
    const category = typeof values.n === "number" ? this.#plurals.select(values.n) : "other";
    return message[category] ?? message.other ?? "";
  }

  /** @param {string | number | undefined} value */
  #value(value) {
    return typeof value === "number" ? this.number(value) : value ?? "";
  }

  /**
   * @param {string} day
   * @param {Intl.DateTimeFormatOptions} options
   */
  #date(day, options) {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(this.tag, { ...options, timeZone: "UTC" }).format(date);
  }

  /**
   * @param {string} key
   * @param {Intl.NumberFormatOptions} options
   */
  #format(key, options) {
    let format = this.#formats.get(key);
    if (!format) this.#formats.set(key, (format = new Intl.NumberFormat(this.tag, options)));
    return format;
  }
}

/** Where no country is said, figures are written as Seller Central writes them there. @param {string} tag */
function inAmerica(tag) {
  const locale = new Intl.Locale(tag);
  return locale.region ? tag : new Intl.Locale(locale, { region: "US" }).toString();
}

/**
 * @param {string} asked
 * @param {string} ours
 */
function sameLanguage(asked, ours) {
  try {
    return new Intl.Locale(asked).language === new Intl.Locale(ours).language;
  } catch {
    return false;
  }
}
