"use client";

import type { AccountAction } from "#components/auth/account-answer.ts";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { useAccountForm } from "#components/auth/use-account-form.ts";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changePasswordInput } from "#lib/auth/account-schema.ts";
import { settings as t } from "#lib/words/en/screens/settings.ts";

interface ChangePasswordFormProps {
  action: AccountAction;
  /** Hidden in the form, so that a password manager knows whose password it is. */
  email: string;
}

/** The current password and a new one. */
export function ChangePasswordForm({ action, email }: ChangePasswordFormProps) {
  const { form, box, errors, summary, isPending } = useAccountForm(action, changePasswordInput);
  return (
    <form {...form} className="grid max-w-96 gap-4">
      <FormErrorSummary title={t("change_password_form_title")} errors={summary} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="currentPassword"
        label={t("change_password_form_label")}
        error={errors.currentPassword}
        isRequired
      >
        <PasswordInput autoComplete="current-password" {...box("currentPassword")} />
      </Field>
      <Field
        name="password"
        label={t("change_password_form_new_password")}
        help={t("change_password_form_help")}
        error={errors.password}
        isRequired
      >
        <PasswordInput autoComplete="new-password" {...box("password")} />
      </Field>
      <SubmitButton isPending={isPending} className="w-fit max-md:w-full">
        {t("change_password_form_change_password")}
      </SubmitButton>
    </form>
  );
}
