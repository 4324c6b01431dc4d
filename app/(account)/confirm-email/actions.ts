"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { confirmEmail } from "#lib/auth/confirm-email.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Confirms the address. The link is used up then, so the page goes on to one that does not need it. */
export async function confirmAddress(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const input = formFields(form, ["token"]);
  const visitor = await currentVisitor();
  const confirmed = await runSafely(() => runVerb(confirmEmail, { input, visitor }), {
    requestId: newId("req"),
  });
  if (!confirmed.ok) return { kind: "refused", ...confirmed, kept: {} };
  redirect("/confirm-email?done=1", RedirectType.replace);
}
