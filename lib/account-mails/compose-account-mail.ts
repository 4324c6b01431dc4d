import { env } from "#lib/env.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderCore } from "#lib/words/render-core.ts";
import { accountLink } from "./account-link.ts";
import type { AccountMailKind } from "./plan-mail.ts";

/**
 * A mail about an account in plain text. Nothing that anyone typed stands in it, since anyone can have it sent to any
 * address. It asks for no automatic answers (RFC 3834).
 */
export function composeAccountMail(mail: {
  id: string;
  kind: AccountMailKind;
  recipient: string;
  from: string;
  locale?: Locale;
}) {
  const appUrl = env().APP_URL;
  const link = buildLink(mail.kind, mail.id);
  const say = (part: "subject" | "1" | "2") =>
    renderCore({ code: `account_mail_${mail.kind}_${part}`, params: { appUrl } }, mail.locale);
  return {
    from: mail.from,
    to: { name: "", address: mail.recipient },
    subject: say("subject"),
    messageId: `<${mail.id}@${new URL(appUrl).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    text: `${[say("1"), say("2"), ...(link ? [link] : []), `-- \nPatchbay, ${appUrl}`].join("\n\n")}\n`,
  };
}

/** The kinds whose last paragraph leads to a link. */
const linkKinds = ["reset_password", "finish_sign_up", "confirm_email"] as const;

function buildLink(kind: AccountMailKind, id: string): string | null {
  const known = linkKinds.find((one) => one === kind);
  return known ? accountLink(known, id) : null;
}
