import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Inbound, InboundEffect, InboundMessage, InboundRequest, InboundSecrets } from "../inbound.ts";
import { ProviderError, VerificationError } from "../provider-error.ts";

const windowSeconds = 5 * 60;

const message = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("url_verification"), challenge: z.string().max(1_000) }),
  z.looseObject({ type: z.literal("app_rate_limited"), team_id: z.string() }),
  z.looseObject({
    type: z.literal("event_callback"),
    team_id: z.string(),
    event_id: z.string().min(1),
    event_time: z.number().optional(),
    event: z.looseObject({ type: z.string() }),
  }),
]);

/** Slack asks to expect types that are not known yet. */
const otherMessage = z.looseObject({ type: z.string().min(1) });
const revokedTokens = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).optional() }) });

/** The Events API: https://docs.slack.dev/apis/events-api. The app as a whole has one address. */
export const inbound = {
  address: "app",
  signedBy: "app",
  maxAgeSeconds: windowSeconds,
  verify,
  parse,
  subscribe: null,
} satisfies Inbound;

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
function verify({ headers, body }: InboundRequest, { app, now }: InboundSecrets): void {
  const timestamp = headers["x-slack-request-timestamp"] ?? "";
  const signature = headers["x-slack-signature"] ?? "";
  if (!app?.signingSecret) throw new VerificationError("There is no signing secret to check with.");
  if (!/^\d{1,12}$/.test(timestamp)) throw new VerificationError("The timestamp is missing.");
  const ageSeconds = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  if (ageSeconds > windowSeconds) throw new VerificationError("The message is not of these five minutes.");
  const digest = createHmac("sha256", app.signingSecret)
    .update(`v0:${timestamp}:`)
    .update(body)
    .digest("hex");
  const expected = Buffer.from(`v0=${digest}`);
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new VerificationError("The signature is wrong.");
  }
}

function parse({ body }: InboundRequest): InboundMessage {
  const json = readJson(body);
  const known = message.safeParse(json);
  if (!known.success) return readOther(json, known.error);
  const given = known.data;
  switch (given.type) {
    case "url_verification": {
      const reply = { status: 200, contentType: "text/plain", body: given.challenge };
      return { id: null, topic: given.type, accountId: null, effects: [], reply };
    }
    case "app_rate_limited": {
      const effect = { kind: "noted", title: "Slack holds messages back for a minute" } as const;
      return { id: null, topic: given.type, accountId: given.team_id, effects: [effect] };
    }
    case "event_callback": {
      const { event, event_id: id, team_id: accountId, event_time } = given;
      return { id, topic: event.type, accountId, effects: effectsOf(event, endOfSecond(event_time)) };
    }
  }
}

function readOther(json: unknown, problem: z.ZodError): InboundMessage {
  const other = otherMessage.safeParse(json);
  if (!other.success || message.def.options.some(({ shape }) => shape.type.value === other.data.type)) {
    throw unknownForm(problem);
  }
  return { id: null, topic: other.data.type, accountId: null, effects: [] };
}

/** https://docs.slack.dev/reference/events/app_uninstalled and …/tokens_revoked */
function effectsOf(event: { type: string }, at: string | undefined): InboundEffect[] {
  if (event.type === "app_uninstalled") return [{ kind: "ended", reason: "uninstalled", at }];
  if (event.type !== "tokens_revoked") return [];
  const revoked = revokedTokens.safeParse(event);
  if (!revoked.success) throw unknownForm(revoked.error);
  // We hold bot tokens only; `oauth` lists people whose own tokens ended.
  const isOurs = (revoked.data.tokens.bot ?? []).length > 0;
  return isOurs ? [{ kind: "ended", reason: "revoked", at }] : [];
}

/** Slack tells whole seconds; what came in the same one is not taken for older. */
function endOfSecond(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date((seconds + 1) * 1_000).toISOString();
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw unknownForm(error);
  }
}

function unknownForm(cause: unknown): ProviderError {
  return new ProviderError({
    kind: "invalid_input",
    message: "This message is not in the form of Slack's Events API.",
    detail: cause instanceof Error ? cause.message : undefined,
    cause,
  });
}
