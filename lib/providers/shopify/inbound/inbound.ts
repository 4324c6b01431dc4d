import type { Inbound } from "#lib/providers/inbound.ts";
import { parseWebhook } from "./parse.ts";
import { subscribe } from "./subscribe.ts";
import { verifyWebhook } from "./verify.ts";

export const inbound = {
  address: "app",
  signedBy: "app",
  verify: verifyWebhook,
  parse: parseWebhook,
  subscribe,
} satisfies Inbound;
