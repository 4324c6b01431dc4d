import { Notice } from "#components/ui/notice.tsx";
import { notices as t } from "#lib/words/en/screens/notices.ts";

/** The honest line where notices reach nobody's mailbox. */
export function NoMailServer() {
  return (
    <Notice tone="info" title={t("no_mail_server_title")}>
      {t.rich("no_mail_server_notices_shown_here_only", {
        code: (text) => <code className="font-mono text-sm">{text}</code>,
      })}
    </Notice>
  );
}
