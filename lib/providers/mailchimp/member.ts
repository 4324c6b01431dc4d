import { createHash } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Call } from "../call.ts";
import { readAnswer, sendToMailchimp } from "./client.ts";

/**
 * Mailchimp's address of a contact, the same for all audiences: MD5 of the e-mail address in lower case.
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#path-parameters
 */
export function subscriberHash(email: string): string {
  return createHash("md5").update(email.toLowerCase()).digest("hex");
}

export function memberPath(audience: string, email: string): string {
  return `/lists/${audience}/members/${subscriberHash(email)}`;
}

export const memberSchema = z.looseObject({ id: z.string().min(1), status: z.string().min(1) });
export type Member = z.output<typeof memberSchema>;

/**
 * @returns null where there is no such contact, or no such audience
 * @throws {ProviderError}
 */
export async function findMember(
  call: Call,
  { audience, email }: { audience: string; email: string },
): Promise<Member | null> {
  const path = memberPath(audience, email);
  const request = { method: "GET", path, what: "contact", query: { fields: "id,status" } } as const;
  const reply = await sendToMailchimp(call, request);
  return reply.status === 404 ? null : readAnswer(reply, request, memberSchema);
}

const leaving: Readonly<Record<string, string>> = {
  unsubscribed:
    "This person unsubscribed, so Patchbay left them alone. They can join again through your sign-up form.",
  cleaned: "E-mails to this address come back, so Mailchimp took it off the audience. Nothing was changed.",
  archived:
    "You archived this contact in Mailchimp, so Patchbay left it alone. Unarchive it there if you want it back.",
  blocked:
    "Mailchimp does not take this person in: they left before, or e-mails to them came back. They can join again through your sign-up form.",
  deleted:
    "This contact was deleted from the audience for good, so Patchbay left it alone. They can join again through your sign-up form.",
};

/** Why a contact with this status must not be written to, in plain words; null where it may be. */
export function whyLeftAlone(status: string): string | null {
  return lookUp(leaving, status) ?? null;
}
