import { signInProblem } from "#components/auth/sign-in-answer.ts";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { sameSitePath } from "#lib/auth/same-site-path.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { enter } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("sign_in_title") }));

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  return (
    <AuthFrame
      title={t("sign_in_page_title")}
      description={t("sign_in_page_description")}
      footer={
        <p>
          {t.rich("sign_in_page_new_here_create_your", {
            link: (text) => <TextLink href="/sign-up">{text}</TextLink>,
          })}
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
