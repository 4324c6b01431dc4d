import { createHash } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { isSameText } from "#lib/same-text.ts";
import type {
  Inbound,
  InboundEffect,
  InboundMessage,
  InboundRequest,
  InboundSecrets,
} from "../contract/inbound.ts";
import { VerificationError } from "../contract/provider-error.ts";
import { hint, id, list, text } from "../kit/lenient.ts";
import { unreadRecord } from "../kit/read-each.ts";
import { readJsonMessage, readMessage } from "../kit/read-message.ts";
import { tell } from "./words.ts";

/** Other fields, and other types of events than those asked for, may come. */
const event = z.looseObject({
  subscriptionType: text,
  portalId: id,
  eventId: hint,
  subscriptionId: hint,
  occurredAt: hint,
  objectId: hint,
  objectTypeId: hint,
});
type HubSpotEvent = z.output<typeof event>;
const account = z.looseObject({ portalId: id });

const windowMs = 5 * 60_000;

/**
 * HubSpot posts up to a hundred events at once to the app's one address:
 * https://developers.hubspot.com/docs/apps/developer-platform/add-features/configure-webhooks. None of them says that
 * the app was uninstalled (only the Webhooks Journal does, which is not posted but asked); the check of health finds
 * that out, by introspection.
 */
export const inbound = {
  address: "app",
  signedBy: "app",
  maxAgeSeconds: windowMs / 1_000,
  verify,
  parse,
  subscribe: null,
} satisfies Inbound;

/** What HubSpot signs plainly, though it stands percent-encoded in the address; all else is signed as it stands. */
const decoded: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};

/**
 * Signature v3, as HubSpot's own SDK makes it: base64 of the HMAC-SHA256 of method, address, body and timestamp with the
 * client secret. The SDK compares in a time that tells where two texts differ, and takes messages from the future, so
 * only its digest is used; and it takes texts, so a body that is not UTF-8, of which HubSpot sends none, is refused.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @throws {VerificationError} where the message is not HubSpot's, or not of these five minutes
 */
async function verify(
  { method, url, headers, body }: InboundRequest,
  { app, now }: InboundSecrets,
): Promise<void> {
  if (!app) throw new VerificationError("There is no client secret to check with.");
  const timestamp = headers["x-hubspot-request-timestamp"] ?? "";
  if (!/^[1-9]\d{0,14}$/.test(timestamp)) throw new VerificationError("The timestamp is missing.");
  if (Math.abs(now.getTime() - Number(timestamp)) > windowMs) {
    throw new VerificationError("The message is not of these five minutes.");
  }
  const { Signature } = await import("@hubspot/api-client");
  const expected = Signature.getSignature(method, "v3", {
    clientSecret: app.clientSecret,
    signature: "",
    url: signedForm(url),
    requestBody: readText(body),
    timestamp: Number(timestamp),
  });
  if (!isSameText(headers["x-hubspot-signature-v3"] ?? "", expected)) {
    throw new VerificationError("The signature is wrong.");
  }
}

/** The very bytes as a text: a byte order mark is part of it. */
function readText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch (cause) {
    throw new VerificationError("The body is not UTF-8.", { cause });
  }
}

function signedForm(url: string): string {
  return url.replaceAll(/%[0-9A-F]{2}/gi, (code) => lookUp(decoded, code.toUpperCase()) ?? code);
}

/** One message for each account: several may come in one request. An event that cannot be read spoils no other. */
function parse({ body }: InboundRequest): InboundMessage[] {
  const records = readMessage(list, readJsonMessage(body));
  const read = records.map((record) => ({ record, event: event.safeParse(record) }));
  const good = read.flatMap((one) => one.event.data ?? []);
  const portals = [...new Set(good.map(({ portalId }) => portalId))];
  const messages = portals.map((portal) =>
    toInboundMessage(good.filter(({ portalId }) => portalId === portal)),
  );
  const odd = read.flatMap(({ record, event: { error } }) => (error ? [unreadEvent(record, error)] : []));
  return [...messages, ...odd];
}

function unreadEvent(record: unknown, error: unknown): InboundMessage {
  const accountId = account.safeParse(record).data?.portalId ?? null;
  const { fingerprint: id, code, field, params } = unreadRecord(record, { id: "eventId" }, error);
  return { id, topic: "unread", accountId, effects: [{ kind: "unread", reason: { code, field, params } }] };
}

function toInboundMessage(all: readonly HubSpotEvent[]): InboundMessage {
  const types = [...new Set(all.map(({ subscriptionType }) => subscriptionType))];
  return {
    id: createMessageId(all),
    topic: types.join(", ").slice(0, 200),
    accountId: all[0]?.portalId ?? null,
    effects: types.flatMap((type) =>
      toEffects(
        type,
        all.filter((one) => one.subscriptionType === type),
      ),
    ),
  };
}

/** Not by the body, in which each attempt has its own number; and `eventId` alone is not unique. */
function createMessageId(all: readonly HubSpotEvent[]): string {
  const hash = createHash("sha256");
  for (const { portalId, subscriptionType, subscriptionId, eventId, occurredAt, objectId } of all) {
    hash.update(
      JSON.stringify([portalId, subscriptionType, subscriptionId, eventId, occurredAt, objectId].map(String)),
    );
  }
  return hash.digest("hex");
}

function toEffects(type: string, all: readonly HubSpotEvent[]): InboundEffect[] {
  const kinds = all.map(({ objectTypeId }) => getKind(type, objectTypeId));
  const contacts = kinds.filter((kind) => kind === "contact").length;
  const deals = kinds.filter((kind) => kind === "deal").length;
  if (type === "contact.privacyDeletion") {
    return [{ kind: "noted", said: tell("contacts_deleted_for_privacy", { count: all.length }) }];
  }
  if (!type.endsWith(".deletion")) return [];
  return [
    ...(contacts > 0
      ? [{ kind: "noted", said: tell("contacts_deleted", { count: contacts }) } as const]
      : []),
    ...(deals > 0 ? [{ kind: "noted", said: tell("deals_deleted", { count: deals }) } as const] : []),
  ];
}

/** Newer subscriptions say `object.deletion`, and of what by its type's number. */
function getKind(type: string, objectTypeId: string | undefined): "contact" | "deal" | null {
  if (type.startsWith("contact.") || objectTypeId === "0-1") return "contact";
  if (type.startsWith("deal.") || objectTypeId === "0-3") return "deal";
  return null;
}
