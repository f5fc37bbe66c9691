/**
 * What a place or a month amounts to. Sums are exact: whole numbers of the smallest unit, which all of one currency share.
 */

/** @typedef {import("./state.js").Outcome["totals"][number]} CurrencyTotals */
/** @typedef {CurrencyTotals["sales"]} Sums */
/** @typedef {typeof AMOUNTS[number]} Amount */

export const AMOUNTS = /** @type {const} */ ([
  "item_amount", "item_tax", "shipping_amount", "shipping_tax", "gift_wrap_amount", "gift_wrap_tax", "item_discount", "shipping_discount",
]);
export const CHARGES = /** @type {const} */ (["item_amount", "shipping_amount", "gift_wrap_amount"]);
export const DISCOUNTS = /** @type {const} */ (["item_discount", "shipping_discount"]);
export const TAXES = /** @type {const} */ (["item_tax", "shipping_tax", "gift_wrap_tax"]);

/** What buyers paid without the tax. @param {Sums} sums */
export function salesOf(sums) {
  return sumOf([...CHARGES.map(name => sums[name]), ...DISCOUNTS.map(name => minus(sums[name]))]);
}

/** @param {Sums} sums */
export function taxOf(sums) {
  return sumOf(TAXES.map(name => sums[name]));
}

/**
 * Kinds of amount that are nought throughout would only make a table wide.
 *
 * @param {Sums[]} sums
 */
export function usedAmounts(sums) {
  return AMOUNTS.filter(name => name === "item_amount" || sums.some(sum => /[1-9]/.test(sum[name])));
}

/** @param {string[]} amounts */
export function sumOf(amounts) {
  const digits = Math.max(...amounts.map(amount => amount.split(".")[1]?.length ?? 0));
  const units = amounts.reduce((sum, amount) => {
    const [whole = "", cents = ""] = amount.split(".");
    return sum + BigInt(whole + cents.padEnd(digits, "0"));
  }, 0n);
  const text = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  const at = text.length - digits;
  return `${units < 0n ? "-" : ""}${text.slice(0, at)}${digits > 0 ? "." : ""}${text.slice(at)}`;
}

/** @param {string} amount */
function minus(amount) {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}
