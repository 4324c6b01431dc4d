import { ConfirmEmailForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { titled } from "#lib/auth/titled.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { confirmAddress } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("confirm_email_title"), referrer: "no-referrer" }));

export default async function ConfirmEmailPage({ searchParams }: PageProps<"/confirm-email">) {
  const { token, done } = await searchParams;
  if (done) return <Confirmed />;
  const mail = typeof token === "string" ? await findByLink("confirm_email", token) : null;
  if (!mail || typeof token !== "string") {
    return (
      <LinkOver
        title={t("confirm_email_page_title")}
        href="/settings"
        label={t("confirm_email_page_label")}
      />
    );
  }
  return (
    <AuthFrame
      title={t("confirm_email_page_title")}
      description={t("confirm_email_page_description", { recipient: mail.recipient })}
    >
      <ConfirmEmailForm action={confirmAddress} token={token} />
    </AuthFrame>
  );
}

function Confirmed() {
  return (
    <AuthFrame title={t("confirmed_title")} description={t("confirmed_description")}>
      <ButtonLink href="/" variant="primary">
        {t("confirmed_go_patchbay")}
      </ButtonLink>
    </AuthFrame>
  );
}
