import type { Message } from "#lib/failures/message.ts";
import { isSameText } from "#lib/same-text.ts";
import type { Inbound, InboundMessage, InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { readTextMessage, UnreadMessageError } from "../../kit/read-message.ts";
import { tell } from "../words.ts";
import { readKey, subscribe, unsubscribe } from "./subscribe.ts";

/** Webhooks of an audience: https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ */
export const inbound = {
  address: "integration",
  signedBy: "address",
  verify,
  parse,
  subscribe,
  unsubscribe,
} satisfies Inbound;

/**
 * Mailchimp's own advice is a secret in the address, which is all that proves a message:
 * https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/#secure-your-webhooks. That goes for the
 * GET as well with which it tries the address before it keeps it.
 */
function verify({ url }: InboundRequest, { credentials }: Pick<InboundSecrets, "credentials">): void {
  const expected = credentials.webhookSecret;
  if (!expected) throw new VerificationError("There is no secret to check with.");
  const received = readKey(url);
  if (received === null) throw new VerificationError("The address has no key.");
  if (!isSameText(received, expected)) throw new VerificationError("The key is wrong.");
}

/**
 * A form such as `type=unsubscribe&fired_at=2026-04-25 14:30:00&data[email]=…`. It has no id of its own; what it says,
 * with the second in which it happened, tells it from others.
 */
function parse({ method, body }: InboundRequest): InboundMessage {
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

/**
 * What an event of an audience says to the shop, in a sentence; null for one that Mailchimp has added since. People are
 * hinted at, not named: the sentence is kept in a log.
 */
function describeEvent(type: string, form: URLSearchParams): Message | null {
  const of = (name: string) => form.get(`data[${name}]`) ?? "";
  switch (type) {
    case "subscribe":
      return tell("joined_audience", { who: hintAt(of("email")) });
    case "unsubscribe":
      return describeLeaving(hintAt(of("email")), of("action"), of("reason"));
    case "cleaned":
      return of("reason") === "abuse"
        ? tell("took_off_audience_they_reported", { who: hintAt(of("email")) })
        : tell("took_off_audience_e_mails", { who: hintAt(of("email")) });
    case "profile":
      return tell("changed_their_details_in", { who: hintAt(of("email")) });
    case "upemail":
      return tell("in_from_now_on", { who: hintAt(of("old_email")), now: hintAt(of("new_email")) });
    case "campaign":
      return describeCampaign(of("subject").slice(0, 150), of("status"));
    default:
      return null;
  }
}

function describeLeaving(who: string, action: string, reason: string): Message {
  if (action === "delete") return tell("deleted_from_audience", { who });
  if (reason === "abuse") return tell("unsubscribed_from_audience_reporting_spam", { who });
  return tell("unsubscribed_from_audience", { who });
}

function describeCampaign(subject: string, status: string): Message {
  const about = { subject: subject || "none" };
  if (status === "sent") return tell("campaign_sent", about);
  if (/^cancell?ed$/.test(status)) return tell("campaign_cancelled", about);
  return tell("campaign_is", { ...about, status: status || "none" });
}

/** `m…@example.com`; `nobody` where there is no address. */
function hintAt(email: string): string {
  const at = email.lastIndexOf("@");
  return at > 0 ? `${[...email][0] ?? ""}…${email.slice(at, at + 100)}` : "nobody";
}
