import type { Metadata } from "next";
import { PasswordLinkForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { finish } from "./actions.ts";

export const metadata: Metadata = { title: "Finish creating your account", referrer: "no-referrer" };

export default async function FinishSignUpPage({ searchParams }: PageProps<"/finish-sign-up">) {
  const { token } = await searchParams;
  const mail = typeof token === "string" ? await findByLink("finish_sign_up", token) : null;
  if (!mail || typeof token !== "string") {
    return <LinkOver title="Create your account" href="/sign-up" label="Sign up again" />;
  }
  return (
    <AuthFrame
      title="Finish creating your account"
      description={`Enter the password that you chose for ${mail.recipient}.`}
    >
      <PasswordLinkForm kind="finish-sign-up" action={finish} token={token} />
    </AuthFrame>
  );
}
