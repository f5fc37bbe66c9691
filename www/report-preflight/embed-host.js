/**
 * For the page around the iframe: its height follows its content, and what it finds is told.
 *
 *     attach(document.querySelector("iframe"), { payload: (file, manifest) => upload(file, manifest) });
 *
 * The iframe's address names this page, `embed.html?host=https://this.page`, or it tells nothing but its height.
 *
 * @typedef {object} Listeners
 * @property {() => void} [ready]
 * @property {(outcome: import("./types.js").Outcome) => void} [outcome]
 * @property {(payload: File, manifest: import("./types.js").Manifest) => void} [payload]  Without it, the iframe
 *   only checks.
 * @property {(code: string) => void} [fault]
 *
 * @param {HTMLIFrameElement} iframe
 * @param {Listeners} [listeners]
 * @returns {() => void}  Ends the listening.
 */
export function attach(iframe, listeners = {}) {
  const { sandbox } = iframe;
  const opaque = iframe.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
  const origin = opaque ? "null" : new URL(iframe.src).origin;

  /** @param {string} kind @param {MessagePort[]} [ports] */
  const tell = (kind, ports = []) =>
    iframe.contentWindow?.postMessage({ type: `report-preflight:${kind}`, v: 1 }, "*", ports);

  const offerPort = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => listeners.payload?.(data.payload, data.manifest);
    tell("connect", [port2]);
  };

  /** @param {MessageEvent} event */
  const hear = ({ data, source, origin: sender }) => {
    if (source !== iframe.contentWindow || sender !== origin || data?.v !== 1) return;
    if (data.type === "report-preflight:resize") iframe.style.height = `${Number(data.height)}px`;
    if (data.type === "report-preflight:outcome") listeners.outcome?.(data.outcome);
    if (data.type === "report-preflight:fault") listeners.fault?.(data.code);
    if (data.type === "report-preflight:ready") {
      if (listeners.payload) offerPort();
      listeners.ready?.();
    }
  };

  addEventListener("message", hear);
  // Had it been ready before, it says so again.
  tell("hello");
  return () => removeEventListener("message", hear);
}
