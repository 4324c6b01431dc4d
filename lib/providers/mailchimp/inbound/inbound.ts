import type { Inbound } from "../../contract/inbound.ts";
import { parse } from "./parse.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";
import { verify } from "./verify.ts";

/** Webhooks of an audience: https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ */
export const inbound = {
  address: "integration",
  signedBy: "address",
  verify,
  parse,
  subscribe,
  unsubscribe,
} satisfies Inbound;
