"use client";

import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resetRequestInput } from "#lib/auth/account-schema.ts";
import type { AccountAction } from "./account-answer.ts";
import { useAccountForm } from "./use-account-form.ts";

/** Asks for a link to choose a new password with. */
export function ForgotPasswordForm({ action }: { action: AccountAction }) {
  const { answer, form, box, errors, summary, isPending } = useAccountForm(action, resetRequestInput);
  if (answer.kind === "done") {
    return (
      <div role="status">
        <Notice tone="success" title="Check your inbox">
          <p>
            If <span className="font-medium [overflow-wrap:anywhere]">{answer.email}</span> has an account, we
            sent a link to it. It works for an hour.
          </p>
          <p className="mt-2 text-muted">
            Nothing there? Look in the spam folder, or try again in a few minutes.
          </p>
        </Notice>
      </div>
    );
  }
  return (
    <form {...form} className="grid gap-4">
      <FormErrorSummary title="No link was sent" errors={summary} />
      <Field name="email" label="Email address" error={errors.email} isRequired>
        <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
      </Field>
      <SubmitButton isPending={isPending} className="mt-1">
        Send link
      </SubmitButton>
    </form>
  );
}
