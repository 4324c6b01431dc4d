import { env } from "#lib/env.ts";
import { accountLink } from "./account-link.ts";
import type { AccountMailKind } from "./plan-mail.ts";

type MailText = { subject: string; lines: readonly string[]; link?: string };

/**
 * A mail about an account in plain text. Nothing that anyone typed stands in it, since anyone can have it sent to any
 * address. It asks for no automatic answers (RFC 3834).
 */
export function composeAccountMail(mail: {
  id: string;
  kind: AccountMailKind;
  recipient: string;
  from: string;
}) {
  const appUrl = env().APP_URL;
  const { subject, lines, link } = textOf(mail.kind, mail.id, appUrl);
  return {
    from: mail.from,
    to: { name: "", address: mail.recipient },
    subject,
    messageId: `<${mail.id}@${new URL(appUrl).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    text: `${[...lines, ...(link ? [link] : []), `-- \nPatchbay, ${appUrl}`].join("\n\n")}\n`,
  };
}

function textOf(kind: AccountMailKind, id: string, appUrl: string): MailText {
  switch (kind) {
    case "reset_password":
      return {
        subject: "Reset your Patchbay password",
        lines: [
          "Someone asked to reset the password of your Patchbay account. If that was not you, ignore this email: nothing has changed.",
          "To choose a new password, open this link within an hour:",
        ],
        link: accountLink("reset_password", id),
      };
    case "finish_sign_up":
      return {
        subject: "Finish creating your Patchbay account",
        lines: [
          "Someone signed up to Patchbay with this email address. If that was not you, ignore this email: no account is created.",
          "To finish, open this link within 24 hours and enter the password that you chose:",
        ],
        link: accountLink("finish_sign_up", id),
      };
    case "confirm_email":
      return {
        subject: "Confirm your email address for Patchbay",
        lines: [
          "Confirm this email address to get alerts from Patchbay. If you have no account there, ignore this email.",
          "Open this link within 24 hours:",
        ],
        link: accountLink("confirm_email", id),
      };
    case "account_exists":
      return {
        subject: "You already have a Patchbay account",
        lines: [
          "Someone tried to create a Patchbay account with this email address, which has one already. If that was not you, ignore this email.",
          `You can sign in at ${appUrl}/sign-in. If you forgot your password, reset it at ${appUrl}/forgot-password.`,
        ],
      };
    case "password_changed":
      return {
        subject: "Your Patchbay password was changed",
        lines: [
          "The password of your Patchbay account was changed, and every other browser was signed out.",
          `If that was not you, reset it at once: ${appUrl}/forgot-password`,
        ],
      };
  }
}
