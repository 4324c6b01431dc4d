import { PasswordLinkForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { titled } from "#lib/auth/titled.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { finish } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("finish_sign_up_title"), referrer: "no-referrer" }));

export default async function FinishSignUpPage({ searchParams }: PageProps<"/finish-sign-up">) {
  const { token } = await searchParams;
  const mail = typeof token === "string" ? await findByLink("finish_sign_up", token) : null;
  if (!mail || typeof token !== "string") {
    return (
      <LinkOver
        title={t("finish_sign_up_page_title")}
        href="/sign-up"
        label={t("finish_sign_up_page_label")}
      />
    );
  }
  return (
    <AuthFrame
      title={t("finish_sign_up_page_finish_creating_your_account")}
      description={t("finish_sign_up_page_description", { recipient: mail.recipient })}
    >
      <PasswordLinkForm kind="finish-sign-up" action={finish} token={token} />
    </AuthFrame>
  );
}
