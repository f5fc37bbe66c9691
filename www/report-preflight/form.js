/**
 * What a form around the element gets: the payload and its manifest as two files, or why it has to wait.
 */

/**
 * @typedef {object} Answer
 * @property {string} name
 * @property {boolean} required
 * @property {boolean} checkOnly
 * @property {boolean} checking
 * @property {boolean} chosen
 * @property {File | null} payload
 * @property {import("./types.js").Manifest | null} manifest
 */

/**
 * @param {ElementInternals} internals
 * @param {Answer} answer
 * @param {{ missing: string, checking: string, notReady: string }} words
 * @param {HTMLElement | null} anchor  What gets the focus when the form is held up.
 */
export function tellForm(internals, answer, words, anchor) {
  internals.setFormValue(entries(answer));
  const [flag, message] = objection(answer, words);
  internals.setValidity(flag ? { [flag]: true } : {}, message, anchor ?? undefined);
}

/** @param {Answer} answer */
function entries({ name, payload, manifest }) {
  if (!name || !payload) return null;
  // The same bytes as the command line writes.
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const entries = new FormData();
  entries.append(name, payload);
  entries.append(`${name}-manifest`, new File([text], "manifest.json", { type: "application/json" }));
  return entries;
}

/**
 * @param {Answer} answer
 * @param {{ missing: string, checking: string, notReady: string }} words
 * @returns {[flag: keyof ValidityStateFlags | null, message: string]}
 */
function objection({ required, checkOnly, checking, chosen, payload }, words) {
  if (checkOnly || payload) return [null, ""];
  if (checking) return ["customError", words.checking];
  if (chosen) return ["customError", words.notReady];
  return required ? ["valueMissing", words.missing] : [null, ""];
}
