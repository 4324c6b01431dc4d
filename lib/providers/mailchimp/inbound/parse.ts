import { z } from "zod";
import type { InboundMessage, InboundRequest } from "../../inbound.ts";
import { ProviderError } from "../../provider-error.ts";
import { describeEvent } from "./describe-event.ts";

const eventType = z.string().regex(/^[a-z_]{1,40}$/);

/**
 * A form such as `type=unsubscribe&fired_at=2026-04-25 14:30:00&data[email]=…`. It has no id of its own; what it says,
 * with the second in which it happened, tells it from others.
 */
export function parse({ method, body }: InboundRequest): InboundMessage {
  // The validator asks by GET, and expects a mere 200.
  if (method === "GET" || method === "HEAD" || body.length === 0) {
    return { id: null, topic: "validation", accountId: null, effects: [] };
  }
  const form = readForm(body);
  const type = eventType.safeParse(form.get("type"));
  if (!type.success) throw unknownForm("There is no type.", type.error);
  const title = describeEvent(type.data, form);
  const effects = title === null ? [] : [{ kind: "noted", title } as const];
  return { id: null, topic: type.data, accountId: null, effects };
}

function readForm(body: Uint8Array): URLSearchParams {
  try {
    return new URLSearchParams(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw unknownForm("The body is not UTF-8.", error);
  }
}

function unknownForm(detail: string, cause: unknown): ProviderError {
  const message = "This message is not in the form of Mailchimp's webhooks.";
  return new ProviderError({ kind: "invalid_input", message, detail, cause });
}
