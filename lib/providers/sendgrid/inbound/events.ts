import { z } from "zod";
import type { InboundRequest } from "../../inbound.ts";
import { ProviderError } from "../../provider-error.ts";

/**
 * One report of the Event Webhook. What it says about the person is left out, but for where the mailbox is.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
const event = z.looseObject({
  event: z.string(),
  email: z.string().optional(),
  reason: z.string().nullish(),
  /** Of bounces: bounce or blocked. Of changes of the account: compliance_suspend and the like. */
  type: z.string().nullish(),
  sg_event_id: z.string().optional(),
});
export type MailEvent = z.infer<typeof event>;

/** @throws {ProviderError} invalid_input where the message is not a list of events */
export function readEvents({ body }: InboundRequest): MailEvent[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw notInForm("not JSON", cause);
  }
  const events = z.array(event).safeParse(json);
  if (events.success) return events.data;
  throw notInForm(z.prettifyError(events.error), events.error);
}

function notInForm(detail: string, cause: unknown): ProviderError {
  const message = "SendGrid sent a report that is not in its own form.";
  return new ProviderError({ kind: "invalid_input", message, detail, cause });
}
