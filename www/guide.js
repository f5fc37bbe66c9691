/**
 * The guide's steps can be ticked off, and stay so on this computer. Without storage they stay so until the page is
 * left; without this script they are steps to read.
 */
const KEPT = "help-center-guide";

for (const list of /** @type {NodeListOf<HTMLOListElement>} */ (document.querySelectorAll("ol[data-guide]"))) prepare(list);

/** @param {HTMLOListElement} list */
function prepare(list) {
  const guide = String(list.dataset["guide"]);
  const done = new Set(read()[guide] ?? []);
  const steps = [...list.children];
  const status = document.createElement("p");
  status.className = "guide-status";
  status.setAttribute("role", "status");
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-second";
  again.textContent = "Start again";
  const foot = document.createElement("div");
  foot.className = "guide-foot";
  foot.append(status, again);

  /** @type {HTMLInputElement[]} */
  const boxes = steps.map((step, index) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = done.has(index);
    const label = document.createElement("label");
    label.className = "guide-done";
    const name = document.createElement("span");
    name.className = "hidden-visually";
    const title = step.querySelector("h3, h4")?.textContent ?? step.textContent ?? "";
    name.textContent = `: ${title.trim()}`;
    label.append(box, "Done", name);
    box.addEventListener("change", tell);
    step.append(label);
    return box;
  });
  again.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    tell();
    boxes[0]?.focus();
  });
  list.after(foot);
  show();

  function tell() {
    show();
    write(guide, boxes.flatMap((box, index) => (box.checked ? index : [])));
  }

  function show() {
    const count = boxes.filter(box => box.checked).length;
    boxes.forEach((box, index) => steps[index]?.classList.toggle("is-done", box.checked));
    again.hidden = count === 0;
    status.textContent = count === boxes.length ? "All steps are done." : count === 0 ? "" : `${count} of ${boxes.length} steps are done.`;
  }
}

/** @returns {Record<string, number[]>} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {string} guide @param {number[]} done */
function write(guide, done) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...read(), [guide]: done }));
  } catch {
    // Not allowed here, as in a private window.
  }
}
