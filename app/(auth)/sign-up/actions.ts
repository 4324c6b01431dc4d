"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields, keepSession } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Creates an account, and signs in with it where there is no mail to wait for. */
export async function createAccount(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const input = formFields(form, ["merchantName", "name", "email", "password", "timeZone"]);
  const visitor = await currentVisitor();
  const outcome = await runSafely(() => runVerb(signUp, { input, visitor }), { requestId: newId("req") });
  if (!outcome.ok) {
    const { password: _password, ...kept } = input;
    return { kind: "refused", ...outcome, kept };
  }
  if (outcome.data.kind === "mailed") return { kind: "done", email: outcome.data.email };
  await keepSession(outcome.data.session);
  redirect("/", RedirectType.replace);
}
