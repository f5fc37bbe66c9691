/**
 * Building DOM without markup strings: text is only ever text.
 */

/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} AttributeValue */
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, listeners (`onclick: …`) and children. Absent values are skipped.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, AttributeValue>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name.replace(/^on/, ""), value);
    } else if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...present(children));
  return node;
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return /** @type {(Node | string)[]} */ (children.filter(child => child || child === ""));
}

/**
 * Text that the page did not write (a file name, a cell): kept from turning its surroundings round.
 *
 * @param {string} text
 */
export function isolated(text) {
  return el("bdi", { dir: "auto" }, text);
}

/**
 * Writes text only where it differs, so that a live region or a selection is not disturbed.
 *
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Strokes of a 24 by 24 drawing. Each says the same as the words beside it, so all are hidden from readers.
 *
 * @type {Record<string, string[]>}
 */
const ICONS = {
  good: ["M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4Z", "m7.8 12.4 2.9 2.9 5.6-6.2"],
  warning: ["M12 3.6 2.4 20.2h19.2L12 3.6Z", "M12 10v4.6", "M12 17.4v.1"],
  error: ["M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2l5.4-5.4Z", "M12 7.4v5.8", "M12 16.4v.1"],
  note: ["M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4Z", "M12 11v5.6", "M12 7.6v.1"],
  question: ["M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4Z", "M9.4 9.4a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.3 1-1.3 1.9", "M12 16.6v.1"],
  file: ["M6 2.8h8.2L19 7.6v13.6H6V2.8Z", "M13.8 3v5H19", "M9 12.4h7", "M9 16.4h7"],
  mismatch: ["M6 2.8h8.2L19 7.6v13.6H6V2.8Z", "M13.8 3v5H19", "m10 12.4 5 5", "m15 12.4-5 5"],
  locked: ["M5.4 10.6h13.2v10H5.4v-10Z", "M8.4 10.4V7.2a3.6 3.6 0 0 1 7.2 0v3.2", "M12 14.4v2.6"],
  unlocked: ["M5.4 10.6h13.2v10H5.4v-10Z", "M8.4 10.4V6.6a3.6 3.6 0 0 1 7-1.2", "M12 14.4v2.6"],
  stopped: ["M9 3v4.6", "M15 3v4.6", "M6.4 7.8h11.2v3.4a5.6 5.6 0 0 1-11.2 0V7.8Z", "M12 17v4.2", "m3.4 3.4 17.2 17.2"],
  leaves: ["M12 20.6V5", "m5.6 11.2 6.4-6.4 6.4 6.4"],
  stays: ["M3.4 5h17.2v11H3.4V5Z", "M9 20.4h6", "M12 16v4.4"],
};

/**
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const strokes of ICONS[name] ?? []) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", strokes);
    svg.append(path);
  }
  return svg;
}
