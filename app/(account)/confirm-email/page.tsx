import type { Metadata } from "next";
import { ConfirmEmailForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { confirmAddress } from "./actions.ts";

export const metadata: Metadata = { title: "Confirm your email address", referrer: "no-referrer" };

export default async function ConfirmEmailPage({ searchParams }: PageProps<"/confirm-email">) {
  const { token, done } = await searchParams;
  if (done) return <Confirmed />;
  const mail = typeof token === "string" ? await findByLink("confirm_email", token) : null;
  if (!mail || typeof token !== "string") {
    return <LinkOver title="Confirm your email address" href="/settings" label="Settings" />;
  }
  return (
    <AuthFrame title="Confirm your email address" description={`Alerts will be sent to ${mail.recipient}.`}>
      <ConfirmEmailForm action={confirmAddress} token={token} />
    </AuthFrame>
  );
}

function Confirmed() {
  return (
    <AuthFrame title="Email address confirmed" description="Alerts are sent there from now on.">
      <ButtonLink href="/" variant="primary">
        Go to Patchbay
      </ButtonLink>
    </AuthFrame>
  );
}
