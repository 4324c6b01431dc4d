/**
 * What an event of an audience says to the shop, in a sentence; null for one that Mailchimp has added since. People are
 * hinted at, not named: the sentence is kept in a log.
 */
export function describeEvent(type: string, form: URLSearchParams): string | null {
  const of = (name: string) => form.get(`data[${name}]`) ?? "";
  switch (type) {
    case "subscribe":
      return `${hintAt(of("email"))} joined your Mailchimp audience.`;
    case "unsubscribe":
      return describeLeaving(hintAt(of("email")), of("action"), of("reason"));
    case "cleaned":
      return of("reason") === "abuse"
        ? `Mailchimp took ${hintAt(of("email"))} off your audience, for they reported an e-mail as spam.`
        : `Mailchimp took ${hintAt(of("email"))} off your audience, for e-mails to it come back.`;
    case "profile":
      return `${hintAt(of("email"))} changed their details in Mailchimp.`;
    case "upemail":
      return `${hintAt(of("old_email"))} is ${hintAt(of("new_email"))} in Mailchimp from now on.`;
    case "campaign":
      return describeCampaign(of("subject").slice(0, 150), of("status"));
    default:
      return null;
  }
}

function describeLeaving(who: string, action: string, reason: string): string {
  if (action === "delete") return `${who} was deleted from your Mailchimp audience.`;
  if (reason === "abuse") return `${who} unsubscribed from your Mailchimp audience, reporting spam.`;
  return `${who} unsubscribed from your Mailchimp audience.`;
}

function describeCampaign(subject: string, status: string): string {
  const which = subject ? `The campaign “${subject}”` : "A campaign";
  if (status === "sent") return `${which} was sent.`;
  if (/^cancell?ed$/.test(status)) return `${which} was cancelled.`;
  return `${which} is ${status || "in a new state"} in Mailchimp.`;
}

/** `m…@example.com` */
function hintAt(email: string): string {
  const at = email.lastIndexOf("@");
  return at > 0 ? `${[...email][0] ?? ""}…${email.slice(at, at + 100)}` : "A contact";
}
