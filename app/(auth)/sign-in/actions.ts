"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { sameSitePath } from "#lib/auth/same-site-path.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { newId } from "#lib/ids.ts";
import { currentVisitor, formFields, keepSession } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Signs in, and goes on to where the person was going. */
export async function enter(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const { nextPath, ...input } = formFields(form, ["email", "password", "nextPath"]);
  const visitor = await currentVisitor();
  const started = await runSafely(() => runVerb(signIn, { input, visitor }), { requestId: newId("req") });
  if (!started.ok) return { kind: "refused", ...started, kept: { email: input.email ?? "" } };
  await keepSession(started.data);
  redirect(sameSitePath(nextPath), RedirectType.replace);
}
