import { Notice } from "#components/ui/notice.tsx";
import type { Environment } from "#lib/revenue/amounts-schema.ts";

/** Says that the money on the page is play money. */
export function SandboxNote({ environment }: { environment: Environment }) {
  if (environment === "live") return null;
  return (
    <Notice tone="info" title="This is the sandbox">
      No real money moves here. Payments, fees and payouts behave as the provider’s own.
    </Notice>
  );
}
