import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { auth as t } from "#lib/words/en/screens/auth.ts";

/** After a form that sends a mail: the same whether the address has an account or not. */
export function CheckYourInbox({ email, children }: { email: string; children: ReactNode }) {
  return (
    <div role="status">
      <Notice tone="success" title={t("check_your_inbox_title")}>
        <p>
          {t.rich("check_your_inbox_we_sent_email_email", {
            email: <span className="font-medium [overflow-wrap:anywhere]">{email}</span>,
          })}{" "}
          {children}
        </p>
        <p className="mt-2 text-muted">{t("check_your_inbox_nothing_there_look_spam")}</p>
      </Notice>
    </div>
  );
}
