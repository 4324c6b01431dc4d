import type { Metadata } from "next";
import { SignUpForm } from "#components/auth/sign-up-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { createAccount } from "./actions.ts";

export const metadata: Metadata = { title: "Create your account" };

export default function SignUpPage() {
  return (
    <AuthFrame
      title="Create your account"
      description="Connect your first app in two minutes."
      footer={
        <p>
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm action={createAccount} />
    </AuthFrame>
  );
}
