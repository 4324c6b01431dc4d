import type { Inbound, InboundRequest } from "../../contract/inbound.ts";
import { readEvent } from "./event.ts";
import { moneyIn } from "./money-in.ts";
import { maxAgeSeconds, verifySignature } from "./signature.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";
import { describeEvent } from "./words.ts";

/** https://developer.paypal.com/api/rest/webhooks/rest/ */
export const inbound = {
  address: "integration",
  signedBy: "provider",
  maxAgeSeconds,
  verify: verifySignature,
  parse(request: InboundRequest) {
    const event = readEvent(request);
    const said = describeEvent(event);
    const money = moneyIn(event);
    return {
      id: event.id,
      topic: event.event_type,
      accountId: null,
      effects: [...(money ? [money] : []), ...(said === null ? [] : [{ kind: "noted" as const, said }])],
    };
  },
  subscribe,
  unsubscribe,
} satisfies Inbound;
