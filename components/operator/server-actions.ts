"use server";

import { redirect } from "next/navigation";
import { readFeePolicyForm } from "#components/operator/fee-policy-form-fields.ts";
import { findOperator } from "#lib/auth/operator-session.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { type SetPolicy, setFeePolicy } from "#lib/operator/fee-plan/set-fee-policy.ts";
import { dropSession } from "#lib/transport/account-action.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { runOperatorAction } from "#lib/transport/operator-action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Ends the session of this browser, here and in its cookie. */
export async function signOutOperator(): Promise<void> {
  const session = await findOperator();
  if (session) await endSession({ userId: session.user.id, sessionId: session.id });
  await dropSession();
  redirect("/sign-in");
}

/** Sets a merchant's fee policy as the form says. */
export async function setPolicy(_: unknown, form: FormData): Promise<ActionResult<SetPolicy>> {
  return runOperatorAction((ctx) => runFields(setFeePolicy, { ctx, input: readFeePolicyForm(form) }));
}
