/** @jsxImportSource preact */
// A host in Preact.
import "report-preflight/define";
import type {} from "report-preflight/preact";

export function Upload({ send }: { send: (payload: File) => void }) {
  return (
    <report-preflight
      class="wide"
      name="sales"
      required
      onreport-preflight-checked={({ detail }) => detail.payload && send(detail.payload)}
    />
  );
}
