import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { type EmailDocument, emailDocument, userDocument } from "./documents.ts";
import { createEvent, report } from "./webhooks.ts";

/** What happens without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "bounce-newest": onNewest(
    "The newest e-mail comes back: no such mailbox",
    "bounced",
    async (context, id, email) => {
      const reason = `550 5.1.1 <${email.toEmail}>: Recipient address rejected: User unknown`;
      const facts = { status: "5.1.1", bounce_classification: "Invalid Address", tls: 1 };
      await report(context, "bounce", {
        ...createEvent(id, email),
        event: "bounce",
        type: "bounce",
        reason,
        ...facts,
      });
      return "came back: there is no such mailbox.";
    },
  ),
  "report-newest-as-spam": onNewest(
    "Someone marks the newest e-mail as spam",
    "delivered",
    async (context, id, email) => {
      await report(context, "spam_report", { ...createEvent(id, email), event: "spamreport" });
      return "was marked as spam.";
    },
  ),
  "drop-newest": onNewest(
    "SendGrid does not send the newest e-mail: its recipient had unsubscribed",
    "dropped",
    async (context, id, email) => {
      const facts = { event: "dropped", reason: "Unsubscribed Address", status: "" };
      await report(context, "dropped", { ...createEvent(id, email), ...facts });
      return "was not sent.";
    },
  ),
  "suspend-and-reactivate": {
    title: "SendGrid suspends the account, and takes it back",
    async run(context) {
      for (const type of ["compliance_suspend", "compliance_reactivate"]) {
        await report(context, "account_status_change", { event: "account_status_change", type });
      }
      return "The account was suspended for a moment.";
    },
  },
  "use-credits-up": {
    title: "Use the plan's e-mails up, or start a new month",
    async run({ store }) {
      const user = await store.get("user", "user", userDocument);
      if (!user) return "There is no account.";
      await store.put("user", "user", { ...user, isOutOfCredits: !user.isOutOfCredits });
      return user.isOutOfCredits ? "A new month: e-mails leave again." : "The plan has no e-mails left.";
    },
  },
  "delete-keys": {
    title: "Delete the keys (SendGrid tells nobody)",
    async run(context) {
      await context.revokeAll();
      return "The keys are deleted. SendGrid sends no message about it: the next call finds out.";
    },
  },
};

function onNewest(
  title: string,
  status: EmailDocument["status"],
  tell: (context: SandboxAccountContext, id: string, email: EmailDocument) => Promise<string>,
): SandboxCommand {
  return {
    title,
    async run(context) {
      const newest = (await context.store.list("email", emailDocument)).at(-1);
      if (!newest) return "No e-mail was sent yet.";
      await context.store.put("email", newest.id, { ...newest.data, status });
      const outcome = await tell(context, newest.id, newest.data);
      return `The e-mail to ${newest.data.toEmail} ${outcome}`;
    },
  };
}
