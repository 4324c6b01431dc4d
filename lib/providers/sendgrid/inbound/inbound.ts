import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { scrubbed } from "#lib/scrub.ts";
import type { Inbound, InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { hint, list, text } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { readJsonMessage, readMessage } from "../../kit/read-message.ts";
import { tell } from "../words.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";

/** SendGrid tries for 24 hours to hand its reports over. */
const maxAgeSeconds = 25 * 60 * 60;
const maxAheadMs = 5 * 60_000;

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const inbound = {
  address: "integration",
  signedBy: "provider",
  maxAgeSeconds,
  verify: verifySignature,
  parse(request: InboundRequest) {
    const { items: events, unread } = readEvents(request);
    const odd = unread.map(({ code, field, params }) => {
      return { kind: "unread" as const, reason: { code, field, params } };
    });
    const kinds = [...new Set(events.map(({ event }) => event))];
    return {
      // A heap has no id of its own; one that is sent again is the same to the byte.
      id: null,
      topic: kinds.length === 1 ? `mail/${kinds[0]?.slice(0, 50)}` : "mail/events",
      accountId: null,
      effects: [
        ...describeEvents(events).map((said) => ({ kind: "noted" as const, said })),
        ...odd.slice(0, 1),
      ],
    };
  },
  scopes: [
    "user.webhooks.event.settings.read",
    "user.webhooks.event.settings.create",
    "user.webhooks.event.settings.update",
    "user.webhooks.event.settings.delete",
  ],
  subscribe,
  unsubscribe,
} satisfies Inbound;

/**
 * `X-Twilio-Email-Event-Webhook-Signature`: ECDSA over P-256 with SHA-256, in DER and base64, of the timestamp's text
 * followed by the very bytes. The public key is the webhook's own, kept in the settings since it was set up.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
function verifySignature(request: InboundRequest, { settings, now }: InboundSecrets): void {
  const signature = request.headers["x-twilio-email-event-webhook-signature"];
  const timestamp = request.headers["x-twilio-email-event-webhook-timestamp"];
  if (!signature || !timestamp) throw new VerificationError("The message carries no signature.");
  const key = readPublicKey(settings.webhookPublicKey);
  const signed = Buffer.concat([Buffer.from(timestamp), request.body]);
  const isGenuine = verify("sha256", signed, { key, dsaEncoding: "der" }, Buffer.from(signature, "base64"));
  if (!isGenuine) throw new VerificationError("The signature is another one.");
  if (!/^\d{1,12}$/.test(timestamp)) throw new VerificationError("The time is not in seconds.");
  const ageMs = now.getTime() - Number(timestamp) * 1_000;
  if (ageMs > maxAgeSeconds * 1_000 || ageMs < -maxAheadMs) {
    throw new VerificationError("The message is too old, or from the future.");
  }
}

/** Base64 of the DER form (RFC 5280, SubjectPublicKeyInfo), as SendGrid shows it. */
function readPublicKey(text: string | undefined): KeyObject {
  if (!text) throw new VerificationError("There is no public key for this integration's webhook.");
  try {
    const key = createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
    if (key.asymmetricKeyDetails?.namedCurve === "prime256v1") return key;
  } catch (cause) {
    throw new VerificationError("The public key that is kept is none.", { cause });
  }
  throw new VerificationError("The public key that is kept is of another kind.");
}

/**
 * One report of the Event Webhook. What it says about the person is left out, but for where the mailbox is.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
const event = z.looseObject({
  event: text,
  email: hint,
  reason: hint,
  /** Of bounces: bounce or blocked. Of changes of the account: compliance_suspend and the like. */
  type: hint,
});
type MailEvent = z.output<typeof event>;

/**
 * The reports of a heap; one that cannot be read spoils no other.
 * @throws {UnreadMessageError} where the message is not a list
 */
function readEvents({ body }: InboundRequest): Reading<MailEvent> {
  const records = readMessage(list, readJsonMessage(body));
  return readEach(records, { id: "sg_event_id" }, (record) => event.parse(record));
}

type Heap = { count: number; remark: string | null };

const maxReasonLength = 160;

/**
 * What reports mean, a sentence for each kind: how many, and of one what the mail service said. Reports come in heaps,
 * and nobody's address is in the sentence. Kinds that were not asked for say nothing.
 */
function describeEvents(events: readonly MailEvent[]): Message[] {
  const heaps = new Map<string, MailEvent[]>();
  for (const event of events) {
    const kind = getKind(event);
    heaps.set(kind, [...(heaps.get(kind) ?? []), event]);
  }
  return [...heaps].flatMap(([kind, heap]) => {
    const name = lookUp(namesByKind, kind);
    const [first] = heap;
    return name && first ? [name({ count: heap.length, remark: toRemark(first) })] : [];
  });
}

const namesByKind: Readonly<Record<string, (heap: Heap) => Message>> = {
  bounce: (heap) => tell("report_bounce", heap),
  blocked: (heap) => tell("report_blocked", heap),
  dropped: (heap) => tell("report_dropped", heap),
  spamreport: (heap) => tell("report_spam", heap),
  unsubscribe: (heap) => tell("report_unsubscribed", heap),
  group_unsubscribe: (heap) => tell("report_unsubscribed_group", heap),
  compliance_suspend: () => tell("account_suspended"),
  compliance_deactivate: () => tell("account_deactivated"),
  compliance_ban: () => tell("account_banned"),
  compliance_reactivate: () => tell("account_reactivated"),
};

function getKind({ event, type }: MailEvent): string {
  if (event === "bounce") return type === "blocked" ? "blocked" : "bounce";
  return event === "account_status_change" ? (type ?? event) : event;
}

/** Which mail service it was, and what it said. */
function toRemark({ reason, email }: MailEvent): string | null {
  const host = email?.split("@")[1];
  const said = reason ? scrubbed(reason).replace(/\s+/g, " ").trim().slice(0, maxReasonLength) : "";
  return [host, said].filter(Boolean).join(": ") || null;
}
