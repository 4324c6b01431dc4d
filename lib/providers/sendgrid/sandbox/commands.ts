import type { SandboxAccountDesk, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { type EmailDocument, emailDocument, userDocument } from "./documents.ts";
import { eventOf, report } from "./webhooks.ts";

/** What happens without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "bounce-newest": onNewest(
    "The newest e-mail comes back: no such mailbox",
    "bounced",
    async (desk, id, email) => {
      const reason = `550 5.1.1 <${email.toEmail}>: Recipient address rejected: User unknown`;
      const facts = { status: "5.1.1", bounce_classification: "Invalid Address", tls: 1 };
      await report(desk, "bounce", {
        ...eventOf(id, email),
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
    async (desk, id, email) => {
      await report(desk, "spam_report", { ...eventOf(id, email), event: "spamreport" });
      return "was marked as spam.";
    },
  ),
  "drop-newest": onNewest(
    "SendGrid does not send the newest e-mail: its recipient had unsubscribed",
    "dropped",
    async (desk, id, email) => {
      const facts = { event: "dropped", reason: "Unsubscribed Address", status: "" };
      await report(desk, "dropped", { ...eventOf(id, email), ...facts });
      return "was not sent.";
    },
  ),
  "suspend-and-reactivate": {
    title: "SendGrid suspends the account, and takes it back",
    async run(desk) {
      for (const type of ["compliance_suspend", "compliance_reactivate"]) {
        await report(desk, "account_status_change", { event: "account_status_change", type });
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
    async run(desk) {
      await desk.revokeAll();
      return "The keys are deleted. SendGrid sends no message about it: the next call finds out.";
    },
  },
};

function onNewest(
  title: string,
  status: EmailDocument["status"],
  tell: (desk: SandboxAccountDesk, id: string, email: EmailDocument) => Promise<string>,
): SandboxCommand {
  return {
    title,
    async run(desk) {
      const newest = (await desk.store.list("email", emailDocument)).at(-1);
      if (!newest) return "No e-mail was sent yet.";
      await desk.store.put("email", newest.id, { ...newest.data, status });
      const outcome = await tell(desk, newest.id, newest.data);
      return `The e-mail to ${newest.data.toEmail} ${outcome}`;
    },
  };
}
