/** Placeholder. */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @param {Outcome} o @param {any} w */
export function findingsCsv(o, w) { return JSON.stringify([o, w.lang]); }
/** @param {Outcome} o @param {any} w */
export function findingsJson(o, w) { return JSON.stringify([o, w.lang]); }
/** @param {Outcome} o @param {any} w */
export function findingsSarif(o, w) { return JSON.stringify([o, w.lang]); }
