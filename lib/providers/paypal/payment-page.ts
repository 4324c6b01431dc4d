import { isTest } from "./mode.ts";

/** Where a merchant looks at a payment or a refund in their account's activity. */
export function paymentPageOf(settings: Readonly<Record<string, string>>, id: string): string {
  const host = isTest(settings) ? "www.sandbox.paypal.com" : "www.paypal.com";
  return `https://${host}/activity/payment/${id}`;
}
