"use client";

import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Link } from "#components/ui/link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInInput } from "#lib/auth/account-schema.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import type { AccountAction } from "./account-answer.ts";
import { PasswordInput } from "./password-input.tsx";
import { useAccountForm } from "./use-account-form.ts";

interface DemoHintProps {
  email: string;
  password: string;
  action: AccountAction;
  nextPath: string;
}

interface SignInFormProps {
  action: AccountAction;
  /** Where to go afterwards, a path of this site. */
  nextPath: string;
  /** The demo merchant's, where there is one. */
  demo: { email: string; password: string } | null;
  /** Why the person was sent here, in a sentence. */
  problem?: string | undefined;
}

/** Email and password. What was typed stays in the boxes when the answer is no. */
export function SignInForm({ action, nextPath, demo, problem }: SignInFormProps) {
  const { form, box, errors, summary, isPending } = useAccountForm(action, signInInput);
  const refusals = summary.length === 0 && problem ? [{ message: problem }] : summary;
  return (
    <div className="grid gap-6">
      <form {...form} className="grid gap-4">
        <FormErrorSummary title={t("sign_in_form_title")} errors={refusals} />
        <input type="hidden" name="nextPath" value={nextPath} />
        <Field name="email" label={t("sign_in_form_label")} error={errors.email} isRequired>
          <Input type="email" inputMode="email" autoComplete="username" {...box("email")} />
        </Field>
        <Field
          name="password"
          label={t("sign_in_form_password")}
          error={errors.password}
          isRequired
          aside={
            <Link href="/forgot-password" className="rounded-tag underline underline-offset-3 hover:text-ink">
              {t("sign_in_form_forgot_password")}
            </Link>
          }
        >
          <PasswordInput autoComplete="current-password" {...box("password")} />
        </Field>
        <SubmitButton isPending={isPending} className="mt-1">
          {t("sign_in_form_sign")}
        </SubmitButton>
      </form>
      {demo && <DemoHint {...demo} action={action} nextPath={nextPath} />}
    </div>
  );
}

/** The demo sign-in, on a development machine only. */
function DemoHint({ email, password, action, nextPath }: DemoHintProps) {
  const { form, isPending } = useAccountForm(action, signInInput);
  return (
    <form
      {...form}
      aria-label={t("demo_hint_demo_sign")}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-line-strong border-dashed px-4 py-3"
    >
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="password" value={password} />
      <input type="hidden" name="nextPath" value={nextPath} />
      <div className="min-w-0">
        <p className="font-medium text-sm">{t("demo_hint_demo_this_machine")}</p>
        <p className="font-mono text-muted text-sm [overflow-wrap:anywhere]">{email}</p>
        <p className="font-mono text-muted text-sm">{password}</p>
      </div>
      <SubmitButton size="sm" variant="secondary" isPending={isPending}>
        {t("demo_hint_use_demo")}
      </SubmitButton>
    </form>
  );
}
