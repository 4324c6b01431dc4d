"use client";

import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resetRequestInput } from "#lib/auth/account-schema.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import type { AccountAction } from "./account-answer.ts";
import { useAccountForm } from "./use-account-form.ts";

/** Asks for a link to choose a new password with. */
export function ForgotPasswordForm({ action }: { action: AccountAction }) {
  const { answer, form, box, errors, summary, isPending } = useAccountForm(action, resetRequestInput);
  if (answer.kind === "done") {
    return (
      <div role="status">
        <Notice tone="success" title={t("forgot_password_form_title")}>
          <p>
            {t.rich("forgot_password_form_if_email_has_account", {
              email: <span className="font-medium [overflow-wrap:anywhere]">{answer.email}</span>,
            })}
          </p>
          <p className="mt-2 text-muted">{t("forgot_password_form_nothing_there_look_spam")}</p>
        </Notice>
      </div>
    );
  }
  return (
    <form {...form} className="grid gap-4">
      <FormErrorSummary title={t("forgot_password_form_no_link_was_sent")} errors={summary} />
      <Field name="email" label={t("forgot_password_form_label")} error={errors.email} isRequired>
        <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
      </Field>
      <SubmitButton isPending={isPending} className="mt-1">
        {t("forgot_password_form_send_link")}
      </SubmitButton>
    </form>
  );
}
