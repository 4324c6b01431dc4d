import { z } from "zod";
import type {
  Inbound,
  InboundEffect,
  InboundMessage,
  InboundRequest,
  InboundSecrets,
} from "../contract/inbound.ts";
import type { SyncedKind } from "../contract/sync.ts";
import { id } from "../kit/lenient.ts";
import { unreadRecord } from "../kit/read-each.ts";
import { readJsonMessage, readMessage, UnreadMessageError } from "../kit/read-message.ts";
import { knownOrder, orderSchema, toOrderRecord } from "./order.ts";
import { isPing, verifySignature } from "./signature.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";
import { tell } from "./words.ts";

const message = z.looseObject({});
const removed = z.looseObject({ id });
/** Of which every product or order has some, and a deletion none; plugins may add others to it. */
const contents = ["name", "number", "status", "total", "price", "line_items", "date_created_gmt"];

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks */
export const inbound = {
  address: "integration",
  signedBy: "integration",
  verify: verifySignature,
  parse(request: InboundRequest, _: InboundSecrets): InboundMessage {
    if (isPing(request)) {
      // It is unsigned: anybody could fill the log with it.
      return { id: null, topic: "ping", accountId: null, effects: [] };
    }
    const { topic, effects } = readTopic(request);
    // The delivery's id is made of the webhook and the second: two changes within one would have the same.
    return { id: null, topic, accountId: null, effects };
  },
  scopes: ["read", "write"],
  subscribe,
  unsubscribe,
} satisfies Inbound;

function readTopic(request: InboundRequest): { topic: string; effects: readonly InboundEffect[] } {
  const given = request.headers["x-wc-webhook-topic"] ?? "";
  const [topic, kind, event] = /^(product|order)\.(created|updated|deleted|restored)$/.exec(given) ?? [];
  const body = readMessage(message, readJsonMessage(request.body));
  if (!topic || (kind !== "product" && kind !== "order")) {
    // The topic stands in a header, which nobody signs.
    return {
      topic: "other",
      effects: [{ kind: "noted", said: tell("sent_something_unused") }],
    };
  }
  if (event === "deleted") return { topic, effects: [deletion(kind, body)] };
  // A product's price comes without its currency.
  if (kind === "product") return { topic, effects: [{ kind: "records_stale", recordKind: "product" }] };
  return { topic, effects: [changedOrder(body)] };
}

function changedOrder(body: unknown): InboundEffect {
  try {
    return { kind: "record_changed", record: toOrderRecord(orderSchema.parse(body)) };
  } catch (error) {
    return { kind: "record_unread", recordKind: "order", unread: unreadRecord(body, knownOrder, error) };
  }
}

/** The topic is not signed, but only a deletion's body has nothing of what a record holds. */
function deletion(recordKind: SyncedKind, body: object): InboundEffect {
  if (contents.some((name) => Object.hasOwn(body, name))) {
    const params = { because: "unread_not_understood", why: "contradiction" };
    throw new UnreadMessageError({ code: "wrong_value", field: "", params });
  }
  return { kind: "record_deleted", recordKind, externalId: readMessage(removed, body).id };
}
