"use server";

import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { requestPasswordReset } from "#lib/auth/request-password-reset.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Sends a link, if the address has an account. */
export async function sendResetLink(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const input = formFields(form, ["email"]);
  const visitor = await currentVisitor();
  const sent = await runSafely(() => runVerb(requestPasswordReset, { input, visitor }), {
    requestId: newId("req"),
  });
  return sent.ok ? { kind: "done", ...sent.data } : { kind: "refused", ...sent, kept: input };
}
