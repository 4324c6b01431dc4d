import type { Metadata } from "next";
import { ForgotPasswordForm } from "#components/auth/forgot-password-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { canSendMail } from "#lib/account-mails/plan-mail.ts";
import { sendResetLink } from "./actions.ts";

export const metadata: Metadata = { title: "Forgot password" };

export default async function ForgotPasswordPage() {
  const hasMail = canSendMail();
  return (
    <AuthFrame
      title="Forgot your password?"
      description={hasMail ? "We'll send you a link to choose a new one." : undefined}
      footer={
        <p>
          Remembered it? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      {hasMail ? <ForgotPasswordForm action={sendResetLink} /> : <NoMailServer />}
    </AuthFrame>
  );
}

/** What to do where no link can be sent. */
function NoMailServer() {
  return (
    <Notice tone="info" title="This Patchbay cannot send email">
      <p>
        Ask your administrator for a link to choose a new password. They can make one on the server, and it
        works for an hour:
      </p>
      <p className="mt-2">
        <code className="font-mono text-sm [overflow-wrap:anywhere]">
          npm run reset-link -- you@example.com
        </code>
      </p>
    </Notice>
  );
}
