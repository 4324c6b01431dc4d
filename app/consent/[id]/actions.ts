"use server";

import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import type { AnswerConsentInput } from "#lib/sandbox/consent/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Answers a consent page; the browser goes to the address that comes back. */
export async function giveAnswer(input: AnswerConsentInput): Promise<ActionResult<{ url: string }>> {
  return runAction((ctx) => answerConsent({ ctx, input }));
}
