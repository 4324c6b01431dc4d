import { SignUpForm } from "#components/auth/sign-up-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { titled } from "#lib/auth/titled.ts";
import { authPages as t } from "#lib/words/en/screens/auth-pages.ts";
import { createAccount } from "./actions.ts";

export const generateMetadata = titled(() => ({ title: t("sign_up_title") }));

export default function SignUpPage() {
  return (
    <AuthFrame
      title={t("sign_up_page_title")}
      description={t("sign_up_page_description")}
      footer={
        <p>
          {t.rich("sign_up_page_already_have_account_sign", {
            link: (text) => <TextLink href="/sign-in">{text}</TextLink>,
          })}
        </p>
      }
    >
      <SignUpForm action={createAccount} />
    </AuthFrame>
  );
}
