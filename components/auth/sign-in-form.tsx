"use client";

import { type SubmitEvent, useState, useTransition } from "react";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInInput } from "#lib/auth/account-schema.ts";
import { DemoHint } from "./demo-hint.tsx";
import { leaveFor } from "./leave-for.ts";
import { PasswordInput } from "./password-input.tsx";
import { startSession } from "./start-session.ts";

type Credentials = { email: string; password: string };

interface SignInFormProps {
  /** Where to go afterwards, a path of this site. */
  nextPath: string;
  /** The demo merchant's, where there is one. */
  demo: Credentials | null;
  /** Why the person was sent here, in a sentence. */
  problem?: string | undefined;
}

/** E-mail and password. What was typed stays in the boxes when the answer is no. */
export function SignInForm({ nextPath, demo, problem }: SignInFormProps) {
  const [values, setValues] = useState<Credentials>({ email: "", password: "" });
  const { errors, summary, checkAll, show, watch } = useFieldErrors(signInInput);
  const [isPending, startTransition] = useTransition();

  function enter(credentials: Credentials) {
    startTransition(async () => {
      const reason = await startSession(credentials);
      if (reason !== undefined) return show([], reason);
      await leaveFor(nextPath);
    });
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const checked = checkAll(values);
    if (checked && !isPending) enter(checked);
  }

  function box(name: keyof Credentials) {
    return {
      value: values[name],
      ...watch(name, (value) => setValues({ ...values, [name]: value })),
    };
  }

  const refusals = summary.length === 0 && problem ? [{ message: problem }] : summary;
  return (
    <div className="grid gap-6">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <FormErrorSummary title="You are not signed in yet" errors={refusals} />
        <Field name="email" label="E-mail address" error={errors.email} isRequired>
          <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
        </Field>
        <Field name="password" label="Password" error={errors.password} isRequired>
          <PasswordInput autoComplete="current-password" {...box("password")} />
        </Field>
        <SubmitButton isPending={isPending} className="mt-1">
          Sign in
        </SubmitButton>
      </form>
      {demo && <DemoHint {...demo} isPending={isPending} onUse={() => enter(demo)} />}
    </div>
  );
}
