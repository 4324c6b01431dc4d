import { z } from "zod";
import type {
  Inbound,
  InboundEffect,
  InboundMessage,
  InboundRequest,
  InboundSecrets,
} from "../contract/inbound.ts";
import { VerificationError } from "../contract/provider-error.ts";
import { isHmac } from "../kit/hmac.ts";
import { hint, hintedNumber, id, optionalList, optionalObject, text } from "../kit/lenient.ts";
import { readJsonMessage, readMessage } from "../kit/read-message.ts";
import { whyUnread } from "../kit/why-unread.ts";
import { tell } from "./words.ts";

const windowSeconds = 5 * 60;
/** Of the year 9999. */
const maxSeconds = 253_402_300_000;

const envelope = z.looseObject({ type: text });
const verification = z.looseObject({ challenge: text.pipe(z.string().max(1_000)) });
const limited = z.looseObject({ team_id: id });
const callback = z.looseObject({
  team_id: id,
  event_id: hint,
  event_time: hintedNumber,
  event: z.looseObject({ type: text }),
});
const revokedTokens = z.looseObject({ tokens: optionalObject({ bot: optionalList }) });

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
  if (!app?.signingSecret) throw new VerificationError("There is no signing secret to check with.");
  if (!/^\d{1,12}$/.test(timestamp)) throw new VerificationError("The timestamp is missing.");
  const ageSeconds = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  if (ageSeconds > windowSeconds) throw new VerificationError("The message is not of these five minutes.");
  const [, signature] = /^v0=(.*)$/.exec(headers["x-slack-signature"] ?? "") ?? [];
  const parts = [`v0:${timestamp}:`, body];
  if (!isHmac({ signature, encoding: "hex", secret: app.signingSecret, parts })) {
    throw new VerificationError("The signature is wrong.");
  }
}

function parse({ body }: InboundRequest): InboundMessage {
  const json = readJsonMessage(body);
  const { type } = readMessage(envelope, json);
  switch (type) {
    case "url_verification": {
      const { challenge } = readMessage(verification, json);
      const reply = { status: 200, contentType: "text/plain", body: challenge };
      return { id: null, topic: type, accountId: null, effects: [], reply };
    }
    case "app_rate_limited": {
      const effect = { kind: "noted", said: tell("holds_messages_back") } as const;
      return { id: null, topic: type, accountId: readMessage(limited, json).team_id, effects: [effect] };
    }
    case "event_callback": {
      const { event, event_id, team_id: accountId, event_time } = readMessage(callback, json);
      const effects = toEffects(event, endOfSecond(event_time));
      return { id: event_id ?? null, topic: event.type, accountId, effects };
    }
    default:
      // Slack asks to expect types that are not known yet.
      return { id: null, topic: type.slice(0, 200), accountId: null, effects: [] };
  }
}

/** https://docs.slack.dev/reference/events/app_uninstalled and …/tokens_revoked */
function toEffects(event: { type: string }, at: string | undefined): InboundEffect[] {
  if (event.type === "app_uninstalled") return [{ kind: "ended", reason: "uninstalled", at }];
  if (event.type !== "tokens_revoked") return [];
  const revoked = revokedTokens.safeParse(event);
  if (!revoked.success) {
    const { field, ...why } = whyUnread(event, revoked.error);
    return [{ kind: "unread", reason: { ...why, field: `event.${field}` } }];
  }
  // We hold bot tokens only; `oauth` lists people whose own tokens ended.
  const isOurs = (revoked.data.tokens?.bot ?? []).length > 0;
  return isOurs ? [{ kind: "ended", reason: "revoked", at }] : [];
}

/** Slack tells whole seconds; what came in the same one is not taken for older. */
function endOfSecond(seconds: number | undefined): string | undefined {
  const isTime = seconds !== undefined && seconds >= 0 && seconds < maxSeconds;
  return isTime ? new Date((seconds + 1) * 1_000).toISOString() : undefined;
}
