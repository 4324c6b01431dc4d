import { Notice } from "#components/ui/notice.tsx";

/** The honest line where notices reach nobody's mailbox. */
export function NoMailServer() {
  return (
    <Notice tone="info" title="No e-mails go out">
      This installation has no mail server, so notices are shown here only. Whoever runs it can set one up
      with <code className="font-mono text-sm">SMTP_URL</code> and{" "}
      <code className="font-mono text-sm">MAIL_FROM</code>.
    </Notice>
  );
}
