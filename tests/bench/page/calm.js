/** What the seller feels in a real page; `calm.rs` brings this into it. */

const element = /** @type {any} */ (document.querySelector("report-preflight"));
const once = (/** @type {string} */ name) =>
  new Promise((resolve) => element.addEventListener(`report-preflight-${name}`, resolve, { once: true }));

/** What is shown is laid out and painted after the event. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))));

/** Of the next check, from the choice of the file to the shown outcome; all in milliseconds. @type {Promise<object>} */
let watched;
/** From Cancel to the end of the check. @type {Promise<number>} */
let cancelled;

/** The pauses are told by messages that the page sends itself, one after the other. */
function watch() {
  /** @type {PerformanceEntry[] | null} */
  const tasks = PerformanceObserver.supportedEntryTypes.includes("longtask") ? [] : null;
  const observer = new PerformanceObserver((list) => tasks?.push(...list.getEntries()));
  if (tasks) observer.observe({ type: "longtask" });
  const { port1, port2 } = new MessageChannel();
  let [chosen, last, longest, over] = [0, 0, 0, false];
  port1.onmessage = () => {
    const now = performance.now();
    if (last) longest = Math.max(longest, now - last);
    last = now;
    if (!over) setTimeout(() => port2.postMessage(null), 1);
  };
  // Before that the driver's own work would count.
  const input = element.shadowRoot.querySelector("[part~=input]");
  input.addEventListener("change", () => {
    chosen = performance.now();
    port2.postMessage(null);
  }, { capture: true, once: true });
  const observed = async () => {
    await once("checked");
    const verdict = performance.now() - chosen;
    await painted();
    over = true;
    observer.disconnect();
    const said = tasks
      ?.filter(({ startTime, duration }) => startTime + duration > chosen)
      .map(({ startTime, duration }) => `${duration.toFixed(0)} (${(startTime - chosen).toFixed(0)} after the choice)`);
    return { verdict, longest, tasks: said ?? null };
  };
  watched = observed();
}

/** Presses Cancel as soon as a part of the next file, but not all of it, has been read. */
function cancelHalfWay() {
  cancelled = new Promise((resolve, reject) => {
    once("checked").then(() => reject(new Error("it was over before it could be cancelled")));
    element.addEventListener("report-preflight-progress", function listener() {
      const { bytes, total } = element.progress;
      if (bytes === 0 || bytes >= total) return;
      element.removeEventListener("report-preflight-progress", listener);
      const start = performance.now();
      element.shadowRoot.querySelector("[part~=cancel]").click();
      element.settled.then(() => resolve(performance.now() - start));
    });
  });
  // It is heard when it is asked for.
  cancelled.catch(() => {});
}

window.calm = { watch, watched: () => watched, reset: () => element.reset(), cancelHalfWay, cancelled: () => cancelled };
