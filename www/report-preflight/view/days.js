/**
 * Stretches of days, as numbers of days since 1970.
 *
 * @typedef {{ first: number, last: number }} Days  Both of them in it.
 */

const DAY_MS = 86_400_000;

/** @param {{ first: string, last: string }} dates @returns {Days} */
export function daysOf({ first, last }) {
  return { first: Date.parse(first) / DAY_MS, last: Date.parse(last) / DAY_MS };
}

/** @param {number} day */
export function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @param {Days} days */
export function size({ first, last }) {
  return last - first + 1;
}

/** @param {Days[]} list */
export function length(list) {
  return list.reduce((sum, days) => sum + size(days), 0);
}

/** @param {Days[]} list  In order. @param {number} day */
export function has(list, day) {
  return list.some(({ first, last }) => first <= day && day <= last);
}

/** In order, and what touches as one. @param {Days[]} list */
export function merged(list) {
  /** @type {Days[]} */
  const whole = [];
  for (const days of [...list].sort((a, b) => a.first - b.first)) {
    const last = whole.at(-1);
    if (last && days.first <= last.last + 1) last.last = Math.max(last.last, days.last);
    else whole.push({ ...days });
  }
  return whole;
}

/** @param {Days} days @param {Days[]} gaps  In order. */
export function without(days, gaps) {
  /** @type {Days[]} */
  const left = [];
  let first = days.first;
  for (const gap of gaps) {
    if (gap.first > first) left.push({ first, last: gap.first - 1 });
    first = gap.last + 1;
  }
  if (first <= days.last) left.push({ first, last: days.last });
  return left;
}

/** @param {Days[]} list  Merged. */
export function between(list) {
  return list.slice(1).map((days, index) => ({ first: (list[index]?.last ?? 0) + 1, last: days.first - 1 }));
}
