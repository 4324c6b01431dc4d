import type { Metadata } from "next";
import { signInProblem } from "#components/auth/sign-in-answer.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { sameSitePath } from "#lib/auth/same-site-path.ts";
import { env } from "#lib/env.ts";
import { enter } from "./actions.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  return (
    <AuthFrame
      title="Sign in"
      description="Sign in to Patchbay."
      footer={
        <p>
          New here? <TextLink href="/sign-up">Create your account</TextLink>
        </p>
      }
    >
      <SignInForm
        action={enter}
        nextPath={sameSitePath(callbackUrl)}
        demo={env().isProduction ? null : demoSignIn}
        problem={typeof error === "string" ? signInProblem(error) : undefined}
      />
    </AuthFrame>
  );
}
