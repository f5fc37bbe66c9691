/** `<report-preflight>` in Preact: `import type {} from "report-preflight/preact"`. */
import type { HTMLAttributes } from "preact";
import type { ReportPreflightAttributes, ReportPreflightElement, ReportPreflightListeners } from "./index.js";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "report-preflight": HTMLAttributes<ReportPreflightElement> & ReportPreflightAttributes & ReportPreflightListeners;
    }
  }
}
