"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signUpInput } from "#lib/auth/account-schema.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import type { AccountAction } from "./account-answer.ts";
import { PasswordInput } from "./password-input.tsx";
import { useAccountForm } from "./use-account-form.ts";

/** Creates an account: signs in with it at once, or says that a link was sent. */
export function SignUpForm({ action }: { action: AccountAction }) {
  const { answer, form, box, errors, summary, isPending } = useAccountForm(action, signUpInput);
  const timeZone = useTimeZone();
  if (answer.kind === "done") {
    return <CheckYourInbox email={answer.email}>{t("sign_up_form_has_link_finish_with")}</CheckYourInbox>;
  }
  return (
    <form {...form} className="grid gap-4">
      <FormErrorSummary title={t("sign_up_form_title")} errors={summary} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field name="merchantName" label={t("sign_up_form_label")} error={errors.merchantName} isRequired>
        <Input autoComplete="organization" {...box("merchantName")} />
      </Field>
      <Field name="name" label={t("sign_up_form_your_name")} error={errors.name} isRequired>
        <Input autoComplete="name" {...box("name")} />
      </Field>
      <Field name="email" label={t("sign_up_form_email_address")} error={errors.email} isRequired>
        <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
      </Field>
      <Field
        name="password"
        label={t("sign_up_form_password")}
        help={t("sign_up_form_help")}
        error={errors.password}
        isRequired
      >
        <PasswordInput autoComplete="new-password" {...box("password")} />
      </Field>
      <SubmitButton isPending={isPending} className="mt-1">
        {t("sign_up_form_create_account")}
      </SubmitButton>
    </form>
  );
}

/** The browser's, once the page is alive; before that the account gets UTC. */
function useTimeZone(): string {
  const [timeZone, setTimeZone] = useState("UTC");
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return timeZone;
}

/** After a form that sends a mail: the same whether the address has an account or not. */
function CheckYourInbox({ email, children }: { email: string; children: ReactNode }) {
  return (
    <div role="status">
      <Notice tone="success" title={t("check_your_inbox_title")}>
        <p>
          {t.rich("check_your_inbox_we_sent_email_email", {
            email: <span className="font-medium [overflow-wrap:anywhere]">{email}</span>,
          })}{" "}
          {children}
        </p>
        <p className="mt-2 text-muted">{t("check_your_inbox_nothing_there_look_spam")}</p>
      </Notice>
    </div>
  );
}
