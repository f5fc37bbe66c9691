// A host in TypeScript, compiled against the installed package.
import "report-preflight/define";
import { PreflightFault, type Manifest, type Options, type Verdict } from "report-preflight";
import { attach } from "report-preflight/embed-host";
import { reportFile } from "report-preflight/fixtures/generate.js";

const element = document.querySelector("report-preflight")!;
const period: Options = { period: { first: "2026-01-01", last: "2026-03-31" }, format: "ndjson" };
element.options = period;
element.multiple = true;

element.addEventListener("report-preflight-accept", (event) => {
  if (event.detail.files.some((file) => file.size > 1e9)) event.preventDefault();
});
document.addEventListener("report-preflight-checked", ({ detail }) => {
  const verdict: Verdict = detail.outcome.verdict;
  if (detail.payload) void send(detail.payload, detail.manifest!, verdict);
});
document.addEventListener("report-preflight-fault", ({ detail }) => console.error(detail.fault.code, detail.fault.detail));

export async function check(file: File): Promise<number> {
  try {
    const outcome = await element.check(file, { leave_out_rejected: true });
    return outcome.ledger.rejected;
  } catch (error) {
    if (error instanceof PreflightFault) return -1;
    throw error;
  }
}

async function send(payload: File, manifest: Manifest, verdict: Verdict) {
  const body = new FormData();
  body.append("sales", payload);
  body.append("sales-manifest", new Blob([JSON.stringify(manifest)]));
  await fetch("/uploads", { method: "POST", body, headers: { "X-Verdict": verdict } });
}

attach(document.querySelector("iframe")!, { payload: (file, manifest) => void send(file, manifest, "ready") });

void check(reportFile({ records: 50, faults: { "amount-unreadable": 2 } }));

// @ts-expect-error: the worker says this, not the host.
element.seal = null;
// @ts-expect-error: there is no such format.
element.options = { format: "xml" };
