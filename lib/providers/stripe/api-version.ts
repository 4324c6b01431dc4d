import type { ApiVersion } from "../contract/manifest.ts";

/**
 * Sent with every request. The SDK's types are of the version that came out with it; where the two differ, it is said
 * beside the call. https://docs.stripe.com/api/versioning
 */
export const apiVersion = "2026-07-29.dahlia";

export const api = {
  version: apiVersion,
  // Stripe keeps old versions and names no end.
  endsOn: null,
  source: "https://docs.stripe.com/api/versioning",
} satisfies ApiVersion;
