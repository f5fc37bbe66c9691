// A host in React 19.
import "report-preflight/define";
import type {} from "report-preflight/react";
import type { ReportPreflightElement } from "report-preflight";
import { useRef } from "react";

export function Upload({ send }: { send: (payload: File) => void }) {
  const element = useRef<ReportPreflightElement>(null);
  return (
    <form onReset={() => element.current?.cancel()}>
      <report-preflight
        ref={element}
        name="sales"
        required
        multiple
        check-only={false}
        options={{ format: "csv" }}
        onreport-preflight-checked={({ detail }) => detail.payload && send(detail.payload)}
        onreport-preflight-fault={({ detail }) => console.error(detail.fault.code)}
      />
      {/* @ts-expect-error: there is no such attribute. */}
      <report-preflight requierd />
    </form>
  );
}
