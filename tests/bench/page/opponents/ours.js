/** Ours, as the product's own parts run it. */

/** The damaged records are left out, so that every part of the payload is made and handed over. */
const OPTIONS = { leave_out_rejected: true };
const folder = new URL("/report-preflight/", location.href).href;
const cores = navigator.hardwareConcurrency;

/**
 * The element's way to its workers, without the element.
 *
 * @param {{ worker?: string, cores?: "all" }} how
 */
export async function ours({ worker = "worker.js", cores: asked }) {
  see(asked === "all" ? cores : 1);
  const { Client } = await import(`${folder}client.js`);
  const client = new Client({
    workerSrc: folder + worker,
    wasmSrc: `${folder}preflight.wasm`,
    workbookSrc: `${folder}preflight-xlsx.wasm`,
  });
  await client.ready();
  return {
    async check(/** @type {File} */ file, /** @type {(part: BlobPart) => void} */ hand) {
      see(asked === "all" ? cores : 1);
      const chosen = { file, encodings: {}, edits: {}, leftOut: {}, leaveOutRejected: [] };
      const task = { files: [chosen], options: OPTIONS, maxBytes: Infinity };
      const { outcome, parts } = await client.check(task, { handOver: true, progress() {} });
      parts.forEach(hand);
      return answerOf(outcome);
    },
    end: () => client.end(new Error("the bench is done with it")),
  };
}

/**
 * The element itself, which packs its payload where that is asked for.
 *
 * @param {{ gzip?: boolean }} how
 */
export async function element({ gzip }) {
  see(1);
  await import(`${folder}define.js`);
  const element = /** @type {any} */ (document.createElement("report-preflight"));
  document.body.append(element);
  return {
    async check(/** @type {File} */ file, /** @type {(part: BlobPart) => void} */ hand) {
      const outcome = await element.check(file, OPTIONS);
      hand(gzip ? await element.gzip() : element.payload);
      return answerOf(outcome);
    },
    end: () => element.remove(),
  };
}

/** How many cores the page is told of, and so how many workers there are. @param {number} count */
function see(count) {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: count, configurable: true });
}

/** What opponents can be asked too. */
function answerOf({ ledger, findings, repairs, totals }) {
  const counts = (/** @type {{ code: string, count: number }[]} */ list) =>
    Object.fromEntries(list.map(({ code, count }) => [code, count]).sort());
  const dollars = totals.find(({ currency }) => currency === "USD");
  return {
    rows: ledger.read,
    lines: dollars?.lines,
    item_amount: dollars?.item_amount,
    ledger,
    findings: counts(findings),
    repairs: counts(repairs),
  };
}
