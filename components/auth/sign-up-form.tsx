"use client";

import { type SubmitEvent, useState, useTransition } from "react";
import { openAccount } from "#app/(auth)/sign-up/actions.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signUpInput } from "#lib/auth/account-schema.ts";
import { leaveFor } from "./leave-for.ts";
import { PasswordInput } from "./password-input.tsx";
import { startSession } from "./start-session.ts";

const empty = { merchantName: "", name: "", email: "", password: "" };

/** Opens an account and signs in with it. */
export function SignUpForm() {
  const [values, setValues] = useState(empty);
  const { errors, summary, checkAll, show, watch } = useFieldErrors(signUpInput);
  const [isPending, startTransition] = useTransition();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const checked = checkAll({ ...values, timeZone });
    if (!checked || isPending) return;
    startTransition(async () => {
      const opened = await openAccount(checked).catch(() => undefined);
      if (!opened) return show([], "Patchbay could not be reached. Check the connection and try again.");
      if (!opened.ok) return show(opened.fieldErrors, opened.message);
      const reason = await startSession(checked);
      await leaveFor(reason === undefined ? "/" : "/sign-in?opened=1");
    });
  }

  function box(name: keyof typeof empty) {
    return {
      value: values[name],
      ...watch(name, (value) => setValues({ ...values, [name]: value })),
    };
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary title="Your account is not open yet" errors={summary} />
      <Field name="merchantName" label="Restaurant or shop" error={errors.merchantName} isRequired>
        <Input autoComplete="organization" {...box("merchantName")} />
      </Field>
      <Field name="name" label="Your name" error={errors.name} isRequired>
        <Input autoComplete="name" {...box("name")} />
      </Field>
      <Field name="email" label="E-mail address" error={errors.email} isRequired>
        <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
      </Field>
      <Field
        name="password"
        label="Password"
        help="At least 10 characters. Three words that do not belong together are easy to keep in mind."
        error={errors.password}
        isRequired
      >
        <PasswordInput autoComplete="new-password" {...box("password")} />
      </Field>
      <SubmitButton isPending={isPending} className="mt-1">
        Open account
      </SubmitButton>
    </form>
  );
}
