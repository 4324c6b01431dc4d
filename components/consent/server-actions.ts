"use server";

import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Answers a consent page; the browser goes to the address that comes back. */
export async function giveAnswer(_: unknown, form: FormData): Promise<ActionResult<{ url: string }>> {
  const id = form.get("id");
  const answer = form.get("answer");
  const account = form.get("account");
  const chosen = answer === "allow" && account !== null ? { account } : {};
  const result = await runAction((ctx) =>
    runFields(answerConsent, { ctx, input: { id, answer, ...chosen } }),
  );
  if (result.ok) await redirectPosted(result.data.url);
  return result;
}
