"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { finishSignUp } from "#lib/auth/finish-sign-up.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields, keepSession } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Opens the account, and signs in with it. */
export async function finish(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const input = formFields(form, ["token", "password"]);
  const visitor = await currentVisitor();
  const started = await runSafely(() => runVerb(finishSignUp, { input, visitor }), {
    requestId: newId("req"),
  });
  if (!started.ok) return { kind: "refused", ...started, kept: {} };
  await keepSession(started.data);
  redirect("/", RedirectType.replace);
}
