import { Notice } from "#components/ui/notice.tsx";

/** The honest line where notices reach nobody's mailbox. */
export function NoMailServer() {
  return (
    <Notice tone="info" title="No emails go out">
      Notices are shown here only. Your administrator can set up email with{" "}
      <code className="font-mono text-sm">SMTP_URL</code> and{" "}
      <code className="font-mono text-sm">MAIL_FROM</code>.
    </Notice>
  );
}
