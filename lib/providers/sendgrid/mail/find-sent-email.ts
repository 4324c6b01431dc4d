import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { listOfReadable, text } from "../../kit/lenient.ts";
import { askSendGrid } from "../client.ts";
import { keyArgument, marksOf } from "./marks.ts";

/** Longer than any schedule of retries runs. The log itself is kept for 30 days. */
const lookBackMs = 3 * 24 * 60 * 60_000;
const maxCandidates = 100;

const messagesAnswer = z.looseObject({ messages: listOfReadable(z.looseObject({ sg_message_id: text })) });
const messageAnswer = z.looseObject({
  custom_args: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * The e-mail that was sent for a key, by the Email Logs, which every plan has. They take few filters, so those to the
 * recipient with the key's category are looked at one by one: none in most cases.
 * https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-all-messages
 * @returns SendGrid's id of it; null where there is none, or none yet: the log is a little behind
 */
export async function findSentEmail(call: Call, recipient: string): Promise<string | null> {
  const since = new Date(Date.now() - lookBackMs).toISOString().replace(/\.\d+Z$/, "Z");
  const query = [
    `to_email = "${recipient}"`,
    `categories IN ('${marksOf(call.idempotencyKey).category}')`,
    `sg_message_id_created_at >= TIMESTAMP "${since}"`,
  ].join(" AND ");
  const { messages } = await askSendGrid(
    call,
    { method: "POST", path: "logs", json: { query, limit: maxCandidates }, needs: "messages.read" },
    messagesAnswer,
  );
  for (const { sg_message_id } of messages) {
    if (await isOfThisKey(call, sg_message_id)) return shortMessageId(sg_message_id);
  }
  return null;
}

/** https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-messages-by-id */
async function isOfThisKey(call: Call, id: string): Promise<boolean> {
  const path = `logs/${encodeURIComponent(id)}`;
  try {
    const message = await askSendGrid(call, { method: "GET", path, needs: "messages.read" }, messageAnswer);
    return message.custom_args?.[keyArgument] === call.idempotencyKey;
  } catch (error) {
    // A search now and then finds what has no details any more.
    if (error instanceof ProviderError && error.kind === "not_found") return false;
    throw error;
  }
}

/** What the answer to sending calls the e-mail (`X-Message-Id`); the log's id goes on with the way it took. */
function shortMessageId(id: string): string {
  return id.replace(/\.(?:recvd|filter).*$/s, "");
}
