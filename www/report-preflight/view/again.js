/**
 * The same screen in other words: what was open stays open, and the focus stays where it is, in sight too. Both trees have the same
 * shape, so a place is found again by the way to it from the root.
 */

/**
 * Builds anew what is below a node.
 *
 * @param {HTMLElement} body
 * @param {() => void} build
 */
export function again(body, build) {
  const root = /** @type {ShadowRoot} */ (body.getRootNode());
  const focused = root.activeElement && wayTo(body, root.activeElement);
  const before = root.activeElement?.getBoundingClientRect().top ?? 0;
  const opened = [...body.querySelectorAll("details[open], [aria-expanded=true]")].map(node => wayTo(body, node));
  build();
  // Outer ones come first, and with them what is in them.
  for (const way of opened) open(along(body, way).at(-1));
  if (!focused) return;
  along(body, focused).reverse().find(node => takesFocus(root, node));
  // What stands above it may be longer now, or still to be read.
  const after = root.activeElement?.getBoundingClientRect().top ?? before;
  scrollBy({ top: after - before, behavior: "instant" });
}

/** @param {Node} top @param {Node} node @returns {number[]} */
function wayTo(top, node) {
  const { parentNode } = node;
  return node === top || !parentNode ? [] : [...wayTo(top, parentNode), [...parentNode.childNodes].indexOf(/** @type {ChildNode} */ (node))];
}

/** The nodes on the way, as far as there are any. @param {Node} top @param {number[]} way */
function along(top, way) {
  const nodes = [top];
  for (const index of way) {
    const next = nodes.at(-1)?.childNodes[index];
    if (!next) break;
    nodes.push(next);
  }
  return nodes;
}

/** @param {Node | undefined} node */
function open(node) {
  if (node instanceof HTMLDetailsElement) {
    node.open = true;
    // Its content is made when this is heard, which by itself would be later.
    node.dispatchEvent(new Event("toggle"));
  } else if (node instanceof HTMLElement && node.ariaExpanded === "false") {
    node.click();
  }
}

/** @param {ShadowRoot} root @param {Node} node */
function takesFocus(root, node) {
  if (!(node instanceof HTMLElement)) return false;
  node.focus({ preventScroll: true });
  return root.activeElement === node;
}
