import { setTimeout as wait } from "node:timers/promises";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { type Email, recipientOf } from "./email.ts";
import { findSentEmail } from "./find-sent-email.ts";
import { postEmail } from "./post-email.ts";

/** The log follows an e-mail in "near real time"; SendGrid gives no number. */
const pausesBeforeLooksMs = [0, 1_000, 3_000];

/**
 * Sends an e-mail once under one idempotency key, as far as SendGrid allows. It has no such keys itself and takes each
 * request as a new e-mail (https://stackoverflow.com/questions/76432015), so its log is asked first; and again where
 * the answer to sending got lost, so that most losses are settled at once. What remains: a repetition that comes
 * before the log has the e-mail, after these looks were in vain or the process died.
 */
export async function sendOnce(
  call: Call,
  email: Email,
): Promise<{ messageId: string | null; wasSentAlready: boolean }> {
  const recipient = recipientOf(email);
  const earlier = call.isFirstUse ? null : await findSentEmail(call, recipient);
  if (earlier !== null) return { messageId: earlier, wasSentAlready: true };
  try {
    return { messageId: await postEmail(call, email), wasSentAlready: false };
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    const sent = await lookAgain(call, recipient);
    if (sent === null) throw error;
    return { messageId: sent, wasSentAlready: false };
  }
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof ProviderError && ["timeout", "unavailable"].includes(error.kind);
}

/** null also where the log cannot be asked: the failure to send is then what is told. */
async function lookAgain(call: Call, recipient: string): Promise<string | null> {
  try {
    for (const pauseMs of pausesBeforeLooksMs) {
      await wait(pauseMs, undefined, { signal: call.signal });
      const sent = await findSentEmail(call, recipient);
      if (sent !== null) return sent;
    }
    return null;
  } catch (error) {
    if (error instanceof ProviderError || call.signal.aborted) return null;
    throw error;
  }
}
