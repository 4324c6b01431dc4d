import { z } from "zod";
import type { InboundEffect, InboundMessage, InboundRequest } from "../../inbound.ts";
import { ProviderError } from "../../provider-error.ts";
import { titleOf } from "./titles.ts";

/** https://docs.stripe.com/api/events/object */
const event = z.looseObject({
  id: z.string().min(1),
  object: z.literal("event"),
  type: z.string().min(1),
  /** The connected account in which it happened; missing where it happened on the platform itself. */
  account: z.string().startsWith("acct_").optional(),
  data: z.looseObject({ object: z.looseObject({}) }),
});

/** The platform's own objects that come of a connected account say which. */
const platformObject = z.looseObject({ account: z.string().startsWith("acct_") });

export function parse({ body }: InboundRequest): InboundMessage {
  const { id, type, account, data } = readEvent(body);
  const accountId = account ?? platformObject.safeParse(data.object).data?.account ?? null;
  return { id, topic: type, accountId, effects: effectsOf(type, data.object) };
}

function effectsOf(type: string, object: unknown): InboundEffect[] {
  if (type === "account.application.deauthorized") return [{ kind: "ended", reason: "revoked" }];
  try {
    const title = titleOf(type, object);
    const changed: InboundEffect[] = type === "account.updated" ? [{ kind: "account_changed" }] : [];
    return title === null ? [] : [...changed, { kind: "noted", title }];
  } catch (error) {
    throw error instanceof z.ZodError ? unknownForm(error) : error;
  }
}

function readEvent(body: Uint8Array): z.output<typeof event> {
  try {
    return event.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch (error) {
    throw unknownForm(error);
  }
}

function unknownForm(cause: unknown): ProviderError {
  return new ProviderError({
    kind: "invalid_input",
    message: "This message is not in the form of Stripe's events.",
    detail: cause instanceof Error ? cause.message : undefined,
    cause,
  });
}
