import { z } from "zod";
import type { Inbound, InboundEffect, InboundMessage, InboundRequest, InboundSecrets } from "../inbound.ts";
import { ProviderError } from "../provider-error.ts";
import type { SyncedKind } from "../sync.ts";
import { orderSchema, toOrderRecord } from "./order.ts";
import { isPing, verifySignature } from "./signature.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";

const removed = z.strictObject({ id: z.coerce.number().int().positive() });

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
    const { topic, effects } = readMessage(request);
    // The delivery's id is made of the webhook and the second: two changes within one would have the same.
    return { id: null, topic, accountId: null, effects };
  },
  scopes: ["read", "write"],
  subscribe,
  unsubscribe,
} satisfies Inbound;

function readMessage(request: InboundRequest): { topic: string; effects: InboundEffect[] } {
  const topic = request.headers["x-wc-webhook-topic"] ?? "";
  const [, kind, event] = /^(product|order)\.(created|updated|deleted|restored)$/.exec(topic) ?? [];
  if (!event || (kind !== "product" && kind !== "order")) {
    return {
      topic: topic || "unknown",
      effects: [{ kind: "noted", title: "Your shop sent something that we do not use" }],
    };
  }
  const body = readJson(request);
  if (event === "deleted") return { topic, effects: [deletion(kind, body)] };
  // A product's price comes without its currency.
  if (kind === "product") return { topic, effects: [{ kind: "records_stale", recordKind: "product" }] };
  return { topic, effects: [{ kind: "record_changed", record: toOrderRecord(parse(orderSchema, body)) }] };
}

/** The topic is not signed, but only a deletion's body has nothing but an id. */
function deletion(recordKind: SyncedKind, body: unknown): InboundEffect {
  return { kind: "record_deleted", recordKind, externalId: String(parse(removed, body).id) };
}

function readJson({ body }: InboundRequest): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw notInForm("not JSON", cause);
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const message = schema.safeParse(body);
  if (message.success) return message.data;
  throw notInForm(z.prettifyError(message.error), message.error);
}

function notInForm(detail: string, cause: unknown): ProviderError {
  const message = "Your shop sent a message that is not in WooCommerce's form.";
  return new ProviderError({ kind: "invalid_input", message, detail, cause });
}
