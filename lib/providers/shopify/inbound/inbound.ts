import type { Inbound } from "#lib/providers/contract/inbound.ts";
import { parseWebhook } from "./parse.ts";
import { subscribe } from "./subscribe.ts";
import { verifyWebhook } from "./verify.ts";

export const inbound = {
  address: "app",
  signedBy: "app",
  verify: verifyWebhook,
  parse: parseWebhook,
  scopes: ["read_products", "read_inventory", "read_orders"],
  subscribe,
} satisfies Inbound;
