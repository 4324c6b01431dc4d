/** PayPal's two worlds: the one with real money, and its own test accounts. Keys are good in one of them. */
export const modes = ["live", "sandbox"] as const;

/** https://developer.paypal.com/api/rest/requests/ */
export function apiOrigin(settings: Readonly<Record<string, string>>): string {
  return isTest(settings) ? "https://api-m.sandbox.paypal.com" : "https://api-m.paypal.com";
}

/** Hosts from which PayPal hands out the certificates that it signs its messages with. */
export function certificateHosts(settings: Readonly<Record<string, string>>): readonly string[] {
  return isTest(settings)
    ? ["api.sandbox.paypal.com", "api-m.sandbox.paypal.com"]
    : ["api.paypal.com", "api-m.paypal.com"];
}

export function isTest({ mode }: Readonly<Record<string, string>>): boolean {
  return mode === "sandbox";
}
