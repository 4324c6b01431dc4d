import type { Message } from "#lib/failures/message.ts";
import { tell } from "../words.ts";
/**
 * What an event of an audience says to the shop, in a sentence; null for one that Mailchimp has added since. People are
 * hinted at, not named: the sentence is kept in a log.
 */
export function describeEvent(type: string, form: URLSearchParams): Message | null {
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
