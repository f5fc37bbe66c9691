/** `<report-preflight>` in React 19: `import type {} from "report-preflight/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ReportPreflightAttributes, ReportPreflightElement, ReportPreflightListeners } from "./index.js";

type Plain = DetailedHTMLProps<HTMLAttributes<ReportPreflightElement>, ReportPreflightElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "report-preflight": Plain & ReportPreflightAttributes & ReportPreflightListeners;
    }
  }
}
