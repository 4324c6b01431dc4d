import { z } from "zod";
import type { InboundRequest } from "../../contract/inbound.ts";
import { hint, hintedObject, id, listOfReadable, text } from "../../kit/lenient.ts";
import { readJsonMessage, readMessage } from "../../kit/read-message.ts";
import { moneySchema } from "../money.ts";

const money = moneySchema.optional().catch(undefined);

/** Of captures, refunds and orders, what a sentence needs; nothing about the person who paid. */
const contents = z.looseObject({
  id: hint,
  links: listOfReadable(z.looseObject({ rel: text, href: text })),
  amount: money,
  custom_id: hint,
  status_details: hintedObject({ reason: hint }),
  purchase_units: listOfReadable(z.looseObject({ custom_id: hint, amount: money })),
  reason: hint,
  dispute_amount: money,
  dispute_outcome: hintedObject({ outcome_code: hint }),
  seller_response_due_date: hint,
});
export type Resource = z.output<typeof contents>;
/** One that is none says nothing. */
const resource = z
  .unknown()
  .optional()
  .transform((value): Resource => contents.safeParse(value).data ?? contents.parse({}));

/** https://developer.paypal.com/docs/api/webhooks/v1/#definition-event */
const event = z.looseObject({ id, event_type: text, resource });
export type PayPalEvent = z.output<typeof event>;

/** @throws {UnreadMessageError} */
export function readEvent({ body }: InboundRequest): PayPalEvent {
  return readMessage(event, readJsonMessage(body));
}
