import type { Metadata } from "next";
import { SignUpForm } from "#components/auth/sign-up-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export const metadata: Metadata = { title: "Open an account" };

export default function SignUpPage() {
  return (
    <AuthFrame
      title="Open an account"
      description="Two minutes from here to your first webhook."
      footer={
        <p>
          You have one already? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm />
    </AuthFrame>
  );
}
