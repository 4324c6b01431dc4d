import type { MadeIn } from "../contract/action.ts";

/** Where a merchant looks at a payment or a charge in the Dashboard of their own account. */
export function paymentPageOf({ accountId, settings }: MadeIn, id: string): string {
  const world = settings.mode === "live" ? "" : "/test";
  return `https://dashboard.stripe.com/${accountId}${world}/payments/${id}`;
}
