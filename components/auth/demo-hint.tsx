"use client";

import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInInput } from "#lib/auth/account-schema.ts";
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
      aria-label="Demo sign-in"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-line-strong border-dashed px-4 py-3"
    >
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="password" value={password} />
      <input type="hidden" name="nextPath" value={nextPath} />
      <div className="min-w-0">
        <p className="font-medium text-sm">Demo on this machine</p>
        <p className="font-mono text-muted text-sm [overflow-wrap:anywhere]">{email}</p>
        <p className="font-mono text-muted text-sm">{password}</p>
      </div>
      <SubmitButton size="sm" variant="secondary" isPending={isPending}>
        Use the demo
      </SubmitButton>
    </form>
  );
}
