import { PasswordLinkForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { titled } from "#lib/auth/titled.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { saveNewPassword } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("reset_password_title"), referrer: "no-referrer" }));

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const { token } = await searchParams;
  const mail = typeof token === "string" ? await findByLink("reset_password", token) : null;
  if (!mail || typeof token !== "string") {
    return (
      <LinkOver
        title={t("reset_password_page_title")}
        href="/forgot-password"
        label={t("reset_password_page_label")}
      />
    );
  }
  return (
    <AuthFrame
      title={t("reset_password_page_choose_new_password")}
      description={t("reset_password_page_description", { recipient: mail.recipient })}
    >
      <PasswordLinkForm kind="reset-password" action={saveNewPassword} token={token} />
    </AuthFrame>
  );
}
