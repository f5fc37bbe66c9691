/** Types of `embed-host.js`, for the page around an iframe with `embed.html`. */
import type { Manifest, Outcome } from "./types.js";

export type Listeners = {
  ready?: () => void;
  outcome?: (outcome: Outcome) => void;
  /** Without it, the iframe only checks. */
  payload?: (payload: File, manifest: Manifest) => void;
  fault?: (code: string) => void;
};

/** Makes the iframe as high as its content, and listens. Gives what ends the listening. */
export function attach(iframe: HTMLIFrameElement, listeners?: Listeners): () => void;
