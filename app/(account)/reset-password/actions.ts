"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { resetPassword } from "#lib/auth/reset-password.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields, keepSession } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Replaces the password, signs out every browser, and signs in this one. */
export async function saveNewPassword(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const input = formFields(form, ["token", "password"]);
  const visitor = await currentVisitor();
  const started = await runSafely(() => runVerb(resetPassword, { input, visitor }), {
    requestId: newId("req"),
  });
  if (!started.ok) return { kind: "refused", ...started, kept: {} };
  await keepSession(started.data);
  redirect("/", RedirectType.replace);
}
