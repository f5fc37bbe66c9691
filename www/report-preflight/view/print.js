/**
 * A printed verdict is whole: what is folded away is opened while the page is printed. But for what holds the text of
 * records: whoever wants that on paper opens it first.
 */

/** @param {ShadowRoot} root */
export function printWhole(root) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  // An element that is gone is not kept for the window's sake.
  const shown = new WeakRef(root);
  const gone = new AbortController();
  const listen = (/** @type {string} */ event, /** @type {(root: ShadowRoot) => void} */ act) => addEventListener(event, () => {
    const root = shown.deref();
    if (root) act(root);
    else gone.abort();
  }, { signal: gone.signal });
  listen("beforeprint", root => {
    for (let folded = closed(root); folded.length > 0; folded = closed(root)) {
      root.querySelectorAll(".currency[hidden]").forEach(unfold);
      for (const details of folded) {
        unfold(details);
        details.open = true;
      }
      opened.push(...folded);
    }
    root.querySelectorAll(".currency[hidden]").forEach(unfold);
  });
  listen("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}

/** @param {ShadowRoot} root */
function closed(root) {
  return [...root.querySelectorAll("details")].filter(details => !details.open && !details.closest("[data-private]"));
}

/** @param {Element} node */
function unfold(node) {
  node.dispatchEvent(new Event("unfold"));
}
