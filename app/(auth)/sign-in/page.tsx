import type { Metadata } from "next";
import { signInProblem } from "#components/auth/sign-in-answer.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { sameSitePath } from "#lib/auth/same-site-path.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error, opened } = await searchParams;
  return (
    <AuthFrame
      title="Sign in"
      description="See what arrived, and what needs you."
      footer={
        <p>
          New here? <TextLink href="/sign-up">Open an account</TextLink>
        </p>
      }
    >
      {opened && (
        <Notice tone="success" title="Your account is open">
          Sign in with the e-mail address and password that you chose.
        </Notice>
      )}
      <SignInForm
        nextPath={sameSitePath(callbackUrl)}
        demo={env().isProduction ? null : demoSignIn}
        problem={typeof error === "string" ? signInProblem(error) : undefined}
      />
    </AuthFrame>
  );
}
