import type { Inbound } from "../../contract/inbound.ts";
import { parse } from "./parse.ts";
import { maxAgeSeconds, verify } from "./verify.ts";

/** One address for the whole platform: https://docs.stripe.com/connect/webhooks. It is set up once, in Stripe. */
export const inbound = {
  address: "app",
  signedBy: "app",
  maxAgeSeconds,
  verify,
  parse,
  subscribe: null,
} satisfies Inbound;
