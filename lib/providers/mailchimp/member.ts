import { createHash } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Said } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { readAnswer, sendToMailchimp } from "./client.ts";
import { tell } from "./words.ts";

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

const leaving = {
  unsubscribed: "left_alone_unsubscribed",
  cleaned: "left_alone_cleaned",
  archived: "left_alone_archived",
  blocked: "left_alone_blocked",
  deleted: "left_alone_deleted",
} as const;

/** Why a contact with this status must not be written to; null where it may be. */
export function whyLeftAlone(status: string): Said | null {
  const name = lookUp<(typeof leaving)[keyof typeof leaving]>(leaving, status);
  return name === undefined ? null : tell(name);
}
