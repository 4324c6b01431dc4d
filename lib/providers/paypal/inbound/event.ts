import { z } from "zod";
import type { InboundRequest } from "../../inbound.ts";
import { ProviderError } from "../../provider-error.ts";
import { moneySchema } from "../money.ts";

/** Of captures, refunds and orders, what a sentence needs; nothing about the person who paid. */
const resource = z.looseObject({
  id: z.string().optional(),
  amount: moneySchema.optional().catch(undefined),
  custom_id: z.string().optional(),
  status_details: z.looseObject({ reason: z.string().optional() }).optional().catch(undefined),
  purchase_units: z
    .array(z.looseObject({ custom_id: z.string().optional(), amount: moneySchema.optional() }))
    .optional()
    .catch(undefined),
  dispute_id: z.string().optional(),
  reason: z.string().optional(),
  dispute_amount: moneySchema.optional().catch(undefined),
  dispute_outcome: z.looseObject({ outcome_code: z.string().optional() }).optional().catch(undefined),
  seller_response_due_date: z.string().optional(),
});
export type Resource = z.infer<typeof resource>;

/** https://developer.paypal.com/docs/api/webhooks/v1/#definition-event */
const event = z.looseObject({ id: z.string().min(1), event_type: z.string().min(1), resource });
export type PayPalEvent = z.infer<typeof event>;

/** @throws {ProviderError} invalid_input where the message is not in PayPal's form */
export function readEvent({ body }: InboundRequest): PayPalEvent {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw notInForm("not JSON", cause);
  }
  const read = event.safeParse(json);
  if (read.success) return read.data;
  throw notInForm(z.prettifyError(read.error), read.error);
}

function notInForm(detail: string, cause: unknown): ProviderError {
  const message = "PayPal sent a message that is not in its own form.";
  return new ProviderError({ kind: "invalid_input", message, detail, cause });
}
