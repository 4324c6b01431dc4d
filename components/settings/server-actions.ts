"use server";

import { RedirectType, redirect } from "next/navigation";
import type { AccountAnswer } from "#components/auth/account-answer.ts";
import { changePassword } from "#lib/auth/change-password.ts";
import { requestEmailConfirmation } from "#lib/auth/confirm-email.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { signOutBrowser, signOutEverywhere } from "#lib/auth/sign-out.ts";
import { newId } from "#lib/ids.ts";
import { dropSession, formFields } from "#lib/transport/account-action.ts";
import { runSafely } from "#lib/transport/action.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

/** Where the page says what was done: after a redirect, so that sending the form again does nothing again. */
function settingsAfter(done: "password" | "signed-out" | "mail"): string {
  return `/settings?done=${done}`;
}

export async function savePassword(_before: AccountAnswer, form: FormData): Promise<AccountAnswer> {
  const session = await requireSession();
  const input = formFields(form, ["currentPassword", "password"]);
  const changed = await runSafely(() => runVerb(changePassword, { session, input }), {
    requestId: newId("req"),
    locale: session.locale,
  });
  if (!changed.ok) return { kind: "refused", ...changed, kept: {} };
  redirect(settingsAfter("password"), RedirectType.replace);
}

/** Signs out another browser. */
export async function endOtherSession(form: FormData): Promise<void> {
  const session = await requireSession();
  await runVerb(signOutBrowser, { session, input: formFields(form, ["sessionId"]) });
  redirect(settingsAfter("signed-out"), RedirectType.replace);
}

/** Signs out all browsers but this one. */
export async function endOtherSessions(): Promise<void> {
  await signOutEverywhere({ session: await requireSession(), keepThis: true });
  redirect(settingsAfter("signed-out"), RedirectType.replace);
}

/** Signs out all browsers, this one too. */
export async function endAllSessions(): Promise<void> {
  await signOutEverywhere({ session: await requireSession(), keepThis: false });
  await dropSession();
  redirect("/sign-in");
}

/** Sends a link to confirm the address with. */
export async function sendConfirmation(_before: AccountAnswer, _form: FormData): Promise<AccountAnswer> {
  const session = await requireSession();
  const sent = await runSafely(() => requestEmailConfirmation({ session }), {
    requestId: newId("req"),
    locale: session.locale,
  });
  if (!sent.ok) return { kind: "refused", ...sent, kept: {} };
  redirect(settingsAfter("mail"), RedirectType.replace);
}
