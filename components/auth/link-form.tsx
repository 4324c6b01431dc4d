"use client";

import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { confirmEmailInput, finishSignUpInput, resetPasswordInput } from "#lib/auth/account-schema.ts";
import type { AccountAction } from "./account-answer.ts";
import { PasswordInput } from "./password-input.tsx";
import { useAccountForm } from "./use-account-form.ts";

const forms = {
  "reset-password": {
    schema: resetPasswordInput,
    failed: "Your password was not changed",
    label: "New password",
    help: "At least 10 characters. Three unrelated words are easy to remember.",
    autoComplete: "new-password",
    submit: "Save password",
  },
  "finish-sign-up": {
    schema: finishSignUpInput,
    failed: "Your account was not created",
    label: "Password",
    help: "The one that you chose when you signed up.",
    autoComplete: "current-password",
    submit: "Finish",
  },
} as const;

interface LinkFormProps {
  action: AccountAction;
  /** Of the link that led here. */
  token: string;
}

/** What a link from a mail is used with: a password, new or the one chosen before. */
export function PasswordLinkForm({ kind, action, token }: LinkFormProps & { kind: keyof typeof forms }) {
  const { schema, failed, label, help, autoComplete, submit } = forms[kind];
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
      <FormErrorSummary title="The address is not confirmed" errors={summary} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={isPending}>Confirm address</SubmitButton>
    </form>
  );
}
