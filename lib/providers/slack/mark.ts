import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { listOfReadable, text } from "../kit/lenient.ts";
import { callSlack } from "./client.ts";
import { readRefusalCode } from "./errors.ts";

/**
 * How a message is known again. Slack has no idempotency key for chat.postMessage; `client_msg_id` is kept for its own
 * apps (https://github.com/slackapi/java-slack-sdk/issues/852). Message metadata is for apps to write and to read:
 * https://docs.slack.dev/messaging/message-metadata
 */
const eventType = "patchbay_message";

/** The newest messages of a channel among which ours is looked for. One page, for a second one may cost a minute. */
const searchedMessages = 100;

const history = z.looseObject({
  messages: listOfReadable(z.looseObject({ ts: text, metadata: z.unknown().optional() })),
});
const joined = z.looseObject({ ok: z.literal(true) });

/** Named by its channel and its `ts`. */
type SentMessage = { channel: string; ts: string };

/** The metadata that marks a message as the one of an idempotency key. */
export function createMark(idempotencyKey: string) {
  return { event_type: eventType, event_payload: { idempotency_key: idempotencyKey } };
}

/**
 * Looks whether the message of this call's idempotency key is in a channel already. Joins the channel where it must: a
 * bot sees the history of those channels only that it is in (https://docs.slack.dev/reference/methods/conversations.history).
 * It finds what is among the channel's newest 100 messages, or 15 for an app that is sold outside Slack's Marketplace.
 * @returns null = it is not there
 */
export async function findSentMessage(call: Call, channel: string): Promise<SentMessage | null> {
  try {
    return await lookInto(call, channel);
  } catch (error) {
    if (readRefusalCode(error) !== "not_in_channel") throw error;
  }
  await callSlack(call, "conversations.join", { channel }, joined);
  return lookInto(call, channel);
}

async function lookInto(call: Call, channel: string): Promise<SentMessage | null> {
  const values = { channel, limit: searchedMessages, include_all_metadata: true };
  const { messages } = await callSlack(call, "conversations.history", values, history);
  const mark = markSchema(call.idempotencyKey);
  const sent = messages.find(({ metadata }) => mark.safeParse(metadata).success);
  return sent ? { channel, ts: sent.ts } : null;
}

function markSchema(idempotencyKey: string) {
  return z.looseObject({
    event_type: z.literal(eventType),
    event_payload: z.looseObject({ idempotency_key: z.literal(idempotencyKey) }),
  });
}
