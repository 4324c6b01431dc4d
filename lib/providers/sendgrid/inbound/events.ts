import { z } from "zod";
import type { InboundRequest } from "../../contract/inbound.ts";
import { hint, list, text } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { readJsonMessage, readMessage } from "../../kit/read-message.ts";

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
export type MailEvent = z.output<typeof event>;

/**
 * The reports of a heap; one that cannot be read spoils no other.
 * @throws {UnreadMessageError} where the message is not a list
 */
export function readEvents({ body }: InboundRequest): Reading<MailEvent> {
  const records = readMessage(list, readJsonMessage(body));
  return readEach(records, { id: "sg_event_id" }, (record) => event.parse(record));
}
