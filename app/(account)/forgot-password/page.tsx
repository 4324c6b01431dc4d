import { ForgotPasswordForm } from "#components/auth/forgot-password-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { canSendMail } from "#lib/account-mails/plan-mail.ts";
import { titled } from "#lib/auth/titled.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { sendResetLink } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("forgot_password_title") }));

export default async function ForgotPasswordPage() {
  const hasMail = canSendMail();
  return (
    <AuthFrame
      title={t("forgot_password_page_title")}
      description={hasMail ? t("forgot_password_page_description") : undefined}
      footer={
        <p>
          {t.rich("forgot_password_page_remembered_sign", {
            link: (text) => <TextLink href="/sign-in">{text}</TextLink>,
          })}
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
    <Notice tone="info" title={t("no_mail_server_title")}>
      <p>{t("no_mail_server_ask_your_administrator_link")}</p>
      <p className="mt-2">
        <code className="font-mono text-sm [overflow-wrap:anywhere]">
          {t("no_mail_server_npm_run_reset_link")}
        </code>
      </p>
    </Notice>
  );
}
