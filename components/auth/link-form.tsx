"use client";

import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { confirmEmailInput, finishSignUpInput, resetPasswordInput } from "#lib/auth/account-schema.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import type { AccountAction } from "./account-answer.ts";
import { PasswordInput } from "./password-input.tsx";
import { useAccountForm } from "./use-account-form.ts";

const forms = () =>
  ({
    "reset-password": {
      schema: resetPasswordInput,
      failed: t("forms_your_password_was_not"),
      label: t("forms_new_password"),
      help: t("forms_help"),
      autoComplete: "new-password",
      submit: t("forms_save_password"),
    },
    "finish-sign-up": {
      schema: finishSignUpInput,
      failed: t("forms_your_account_was_not"),
      label: t("forms_password"),
      help: t("forms_one_that_you_chose"),
      autoComplete: "current-password",
      submit: t("forms_finish"),
    },
  }) as const;

interface LinkFormProps {
  action: AccountAction;
  /** Of the link that led here. */
  token: string;
}

/** What a link from a mail is used with: a password, new or the one chosen before. */
export function PasswordLinkForm({
  kind,
  action,
  token,
}: LinkFormProps & { kind: keyof ReturnType<typeof forms> }) {
  const { schema, failed, label, help, autoComplete, submit } = forms()[kind];
  const { form, box, errors, summary, isPending } = useAccountForm(action, schema);
  return (
    <form {...form} className="grid gap-4">
      <FormErrorSummary title={failed} errors={summary} />
      <input type="hidden" name="token" value={token} />
      <Field name="password" label={label} help={help} error={errors.password} isRequired>
        <PasswordInput autoComplete={autoComplete} {...box("password")} />
      </Field>
      <SubmitButton isPending={isPending} className="mt-1">
        {submit}
      </SubmitButton>
    </form>
  );
}

/** Confirms an address at the press of a button: programs that look into mails open links, and press nothing. */
export function ConfirmEmailForm({ action, token }: LinkFormProps) {
  const { form, summary, isPending } = useAccountForm(action, confirmEmailInput);
  return (
    <form {...form} className="grid gap-4">
      <FormErrorSummary title={t("confirm_email_form_title")} errors={summary} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={isPending}>{t("confirm_email_form_confirm_address")}</SubmitButton>
    </form>
  );
}
