import type { InboundMessage, InboundRequest } from "../../contract/inbound.ts";
import { readTextMessage, UnreadMessageError } from "../../kit/read-message.ts";
import { describeEvent } from "./describe-event.ts";

/**
 * A form such as `type=unsubscribe&fired_at=2026-04-25 14:30:00&data[email]=…`. It has no id of its own; what it says,
 * with the second in which it happened, tells it from others.
 */
export function parse({ method, body }: InboundRequest): InboundMessage {
  // The validator asks by GET, and expects a mere 200.
  if (method === "GET" || method === "HEAD" || body.length === 0) {
    return { id: null, topic: "validation", accountId: null, effects: [] };
  }
  const form = new URLSearchParams(readTextMessage(body));
  const type = form.get("type") ?? "";
  if (!/^[a-z_]{1,40}$/.test(type)) throw new UnreadMessageError(type === "" ? noType : strangeType);
  const said = describeEvent(type, form);
  const effects = said === null ? [] : [{ kind: "noted", said } as const];
  return { id: null, topic: type, accountId: null, effects };
}

const noType = { code: "missing", field: "type", params: {} } as const;
const strangeType = {
  code: "wrong_value",
  field: "type",
  params: { expected: "unknown", found: "text" },
} as const;
