import { createHash } from "node:crypto";
import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { listOfReadable, text } from "../kit/lenient.ts";
import { api } from "./client.ts";

const keyArgument = "patchbay_key";

const groups = 32;

/**
 * What marks an email as sent for one idempotency key. The key itself is a custom argument, which comes back with the
 * email's log but cannot be searched for. Categories can, and are made for few broad topics (a free plan keeps
 * statistics of 100 a day): so each key falls into one of 32.
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/categories
 */
export function createMarks(idempotencyKey: string): {
  category: string;
  customArgs: Record<string, string>;
} {
  const [first = 0] = createHash("sha256").update(idempotencyKey).digest();
  const group = String(first % groups).padStart(2, "0");
  return { category: `patchbay-${group}`, customArgs: { [keyArgument]: idempotencyKey } };
}

/** Longer than any schedule of retries runs. The log itself is kept for 30 days. */
const lookBackMs = 3 * 24 * 60 * 60_000;
const maxCandidates = 100;

const messagesAnswer = z.looseObject({ messages: listOfReadable(z.looseObject({ sg_message_id: text })) });
const messageAnswer = z.looseObject({
  custom_args: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * The email that was sent for a key, by the Email Logs, which every plan has. They take few filters, so those to the
 * recipient with the key's category are looked at one by one: none in most cases.
 * https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-all-messages
 * @returns SendGrid's id of it; null where there is none, or none yet: the log is a little behind
 */
export async function findSentEmail(call: Call, recipient: string): Promise<string | null> {
  const since = new Date(Date.now() - lookBackMs).toISOString().replace(/\.\d+Z$/, "Z");
  const query = [
    `to_email = "${recipient}"`,
    `categories IN ('${createMarks(call.idempotencyKey).category}')`,
    `sg_message_id_created_at >= TIMESTAMP "${since}"`,
  ].join(" AND ");
  const { messages } = await api.ask(
    call,
    { method: "POST", path: "/logs", json: { query, limit: maxCandidates }, needs: "messages.read" },
    messagesAnswer,
  );
  for (const { sg_message_id } of messages) {
    if (await isOfThisKey(call, sg_message_id)) return shortMessageId(sg_message_id);
  }
  return null;
}

/** https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-messages-by-id */
async function isOfThisKey(call: Call, id: string): Promise<boolean> {
  const request = { method: "GET", path: `/logs/${encodeURIComponent(id)}`, needs: "messages.read" } as const;
  // A search now and then finds what has no details any more.
  const message = await api.find(call, request, messageAnswer);
  return message?.custom_args?.[keyArgument] === call.idempotencyKey;
}

/** What the answer to sending calls the email (`X-Message-Id`); the log's id goes on with the way it took. */
function shortMessageId(id: string): string {
  return id.replace(/\.(?:recvd|filter).*$/s, "");
}
