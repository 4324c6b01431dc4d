import type { Metadata } from "next";
import { PasswordLinkForm } from "#components/auth/link-form.tsx";
import { LinkOver } from "#components/auth/link-over.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { findByLink } from "#lib/account-mails/account-link.ts";
import { saveNewPassword } from "./actions.ts";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const { token } = await searchParams;
  const mail = typeof token === "string" ? await findByLink("reset_password", token) : null;
  if (!mail || typeof token !== "string") {
    return <LinkOver title="New password" href="/forgot-password" label="Ask for a new link" />;
  }
  return (
    <AuthFrame
      title="Choose a new password"
      description={`For ${mail.recipient}. Every browser where you are signed in is signed out.`}
    >
      <PasswordLinkForm kind="reset-password" action={saveNewPassword} token={token} />
    </AuthFrame>
  );
}
