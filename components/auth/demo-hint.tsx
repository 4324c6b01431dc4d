"use client";

import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInInput } from "#lib/auth/account-schema.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import type { AccountAction } from "./account-answer.ts";
import { useAccountForm } from "./use-account-form.ts";

interface DemoHintProps {
  email: string;
  password: string;
  action: AccountAction;
  nextPath: string;
}

/** The demo sign-in, on a development machine only. */
export function DemoHint({ email, password, action, nextPath }: DemoHintProps) {
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
