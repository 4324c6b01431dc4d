import { z } from "zod";
import type { Call } from "../contract/call.ts";
import type {
  Inbound,
  InboundEffect,
  InboundMessage,
  InboundRequest,
  InboundSecrets,
} from "../contract/inbound.ts";
import { VerificationError } from "../contract/provider-error.ts";
import type { SyncedKind } from "../contract/sync.ts";
import { isHmac } from "../kit/hmac.ts";
import { hint, id, list } from "../kit/lenient.ts";
import { readEach, unreadRecord } from "../kit/read-each.ts";
import { readJsonMessage, readMessage, UnreadMessageError } from "../kit/read-message.ts";
import { askStore, askStoreForPage } from "./client.ts";
import { knownOrder, orderSchema, toOrderRecord } from "./order.ts";
import { tell } from "./words.ts";

const topics = [
  "product.created",
  "product.updated",
  "product.deleted",
  "order.created",
  "order.updated",
  "order.deleted",
] as const;

const webhookSchema = z.looseObject({ id, topic: hint, delivery_url: hint });

type Webhook = z.infer<typeof webhookSchema>;

const maxPages = 20;

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
  const header = request.headers["x-wc-webhook-topic"] ?? "";
  const [topic, kind, event] = /^(product|order)\.(created|updated|deleted|restored)$/.exec(header) ?? [];
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

/**
 * `X-WC-Webhook-Signature`: base64 of the HMAC-SHA-256 of the very bytes. It says no time, so a repetition is known by
 * its delivery id alone. The ping that WooCommerce sends when a webhook is made carries no signature and says nothing
 * but the webhook's number: it passes, and nothing follows from it.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#delivery-payload
 */
function verifySignature(request: InboundRequest, { credentials }: InboundSecrets): void {
  const signature = request.headers["x-wc-webhook-signature"];
  if (signature === undefined && isPing(request)) return;
  const secret = credentials.webhookSecret;
  if (!secret) throw new VerificationError("There is no secret for this integration's webhooks.");
  if (!signature) throw new VerificationError("The message carries no signature.");
  if (!isHmac({ signature: signature, encoding: "base64", secret, parts: [request.body] })) {
    throw new VerificationError("The signature is another one.");
  }
}

/** `webhook_id=12`, as a form. */
function isPing({ headers, body }: InboundRequest): boolean {
  if (headers["x-wc-webhook-topic"] !== undefined || body.length > 50) return false;
  return /^webhook_id=\d+$/.test(new TextDecoder().decode(body));
}

/**
 * Has the shop tell us of products and orders. Webhooks that are there for our address are taken over and switched on
 * again: WooCommerce switches one off after more than five failed deliveries in a row.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#create-a-webhook
 */
async function subscribe(
  call: Call,
  { url, secret }: { url: string; secret: string },
): Promise<Record<string, string>> {
  const ours = await listOwn(call, url);
  for (const topic of topics) {
    const known = ours.find((webhook) => webhook.topic === topic);
    // The secret cannot be read back, so that of a webhook that was there is set again.
    const json = { status: "active", secret };
    const request = known
      ? ({ method: "PUT", path: `webhooks/${known.id}`, json } as const)
      : ({
          method: "POST",
          path: "webhooks",
          json: { ...json, name: `Patchbay ${topic}`, topic, delivery_url: url },
        } as const);
    await askStore(call, request, webhookSchema);
  }
  return {};
}

/** Takes the webhooks to our address back: keys that are not revoked at the shop would let them go on. */
async function unsubscribe(call: Call, { url }: { url: string }): Promise<void> {
  for (const webhook of await listOwn(call, url)) {
    const query = { force: "true" };
    await askStore(call, { method: "DELETE", path: `webhooks/${webhook.id}`, query }, webhookSchema);
  }
}

async function listOwn(call: Call, url: string): Promise<Webhook[]> {
  return (await listWebhooks(call)).filter(({ delivery_url }) => delivery_url === url);
}

async function listWebhooks(call: Call): Promise<Webhook[]> {
  const webhooks: Webhook[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const query = { per_page: "100", page: String(page), _fields: "id,topic,delivery_url" };
    const { data } = await askStoreForPage(call, { method: "GET", path: "webhooks", query }, list);
    // Other apps' webhooks are none of our business, whatever they look like.
    webhooks.push(...readEach(data, { id: "id" }, (record) => webhookSchema.parse(record)).items);
    if (data.length < 100) break;
  }
  return webhooks;
}
