/** Has this worker a network? Measured, and no more claimed than was measured. */

/** Longest wait for the browser to tell which policy refused a request. */
const POLICY_MS = 100;

/** @typedef {Event & { disposition: string, originalPolicy: string }} Violation */

/**
 * Has this worker a network? Requests are tried that must fail. The first one, `data:`, is refused by policies
 * only and goes nowhere; so where there is no policy at all, no request is made. Refusals alone would also come
 * from a policy that names other hosts, so the refusing policies themselves are read where the browser tells
 * them; WebKit does not tell a worker, and there the refusals have to do.
 *
 * @param {string} probe
 * @returns {Promise<import("../protocol.js").Seal>}
 */
async function measureSeal(probe) {
  /** @type {string[]} */
  const policies = [];
  self.addEventListener("securitypolicyviolation", (event) => {
    const { disposition, originalPolicy } = /** @type {Violation} */ (event);
    if (disposition === "enforce") policies.push(originalPolicy);
  });
  if (await goesThrough("data:,")) return { sealed: false, reason: "data-allowed" };
  if (await goesThrough(probe)) return { sealed: false, reason: "request-allowed" };
  const until = performance.now() + POLICY_MS;
  while (leak(policies) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
  const reason = policies.length > 0 ? leak(policies) : null;
  return reason ? { sealed: false, reason } : { sealed: true, reason: "measured" };
}

/** @param {string} url */
async function goesThrough(url) {
  try {
    await fetch(url, { method: "HEAD", mode: "no-cors", cache: "no-store", credentials: "omit" });
    return true;
  } catch {
    return false;
  }
}

/** The directives that a worker's requests fall under, each with those that stand in for it. */
const WAYS_OUT = /** @type {const} */ ([
  ["other-hosts-allowed", ["connect-src", "default-src"]],
  ["scripts-allowed", ["script-src-elem", "script-src", "default-src"]],
  ["scripts-allowed", ["worker-src", "child-src", "script-src", "default-src"]],
]);

/**
 * A way out that none of these policies closes; null when all are closed.
 *
 * @param {string[]} policies
 */
function leak(policies) {
  const open = WAYS_OUT.find(([, names]) => !policies.some((policy) => closes(policy, names)));
  return open ? open[0] : null;
}

/**
 * @param {string} policy
 * @param {readonly string[]} names  The first one that the policy has is in force.
 */
function closes(policy, names) {
  const directives = policy.split(";").map((directive) => directive.trim().toLowerCase().split(/\s+/));
  const inForce = names.map((name) => directives.find(([own]) => own === name)).find(Boolean);
  // Keywords such as 'wasm-unsafe-eval' lead nowhere, and neither does what the worker holds itself.
  const leadsNowhere = (/** @type {string} */ source) =>
    source === "blob:" || source === "data:" || (source.startsWith("'") && source !== "'self'");
  return inForce !== undefined && inForce.slice(1).every(leadsNowhere);
}
