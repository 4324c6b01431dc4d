import type { Endpoint } from "#lib/transport/endpoint.ts";
import { getAccount } from "#lib/zapier/get-account.ts";
import { listHooks } from "#lib/zapier/list-hooks.ts";
import { listSamples } from "#lib/zapier/list-samples.ts";
import { subscribeHook } from "#lib/zapier/subscribe-hook.ts";
import { unsubscribeHook } from "#lib/zapier/unsubscribe-hook.ts";

const tag = "Zapier";

export const zapierEndpoints = {
  getZapierAccount: {
    method: "GET",
    path: "/api/zapier/me",
    summary: "Whom the key speaks for: Zapier's test of a connection",
    tag,
    verb: getAccount,
    status: 200,
  },
  subscribeZapierHook: {
    method: "POST",
    path: "/api/zapier/hooks",
    summary: "Subscribe a Zap to an event type; the same address and event again are the same hook",
    tag,
    verb: subscribeHook,
    status: 201,
  },
  listZapierHooks: {
    method: "GET",
    path: "/api/zapier/hooks",
    summary: "List the hooks of Zaps, newest first",
    tag,
    verb: listHooks,
    status: 200,
  },
  unsubscribeZapierHook: {
    method: "DELETE",
    path: "/api/zapier/hooks/{id}",
    summary: "Unsubscribe a Zap; what waits for it is cancelled",
    tag,
    verb: unsubscribeHook,
    status: 200,
  },
  listZapierSamples: {
    method: "GET",
    path: "/api/zapier/samples/{eventType}",
    summary: "The newest events of a type as a Zap gets them, or the example where there is none",
    tag,
    verb: listSamples,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
