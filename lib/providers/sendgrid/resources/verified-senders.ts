import { z } from "zod";
import type { Resource } from "../../resource.ts";
import { askSendGrid } from "../client.ts";

const answer = z.object({
  results: z.array(
    z.looseObject({
      id: z.int(),
      nickname: z.string().nullish(),
      from_email: z.string(),
      from_name: z.string().nullish(),
      verified: z.boolean(),
    }),
  ),
});

/**
 * Senders that were verified one by one. Addresses of a domain that was authenticated as a whole are good too, and can
 * be typed.
 * https://www.twilio.com/docs/sendgrid/api-reference/sender-verification/get-all-verified-senders
 */
export const verifiedSenders: Resource = {
  title: "Verified senders",
  // Every key may list them: SendGrid gives that right by itself.
  scopes: [],
  async list(call, { cursor, limit }) {
    const query = { limit: String(limit), lastSeenID: cursor ?? undefined };
    const request = { method: "GET", path: "verified_senders", query, needs: null } as const;
    const { results } = await askSendGrid(call, request, answer);
    const last = results.at(-1);
    return {
      nextCursor: last && results.length >= limit ? String(last.id) : null,
      items: results
        .filter(({ verified }) => verified)
        .map(({ from_email, from_name, nickname }) => ({
          id: from_email,
          label: from_name ? `${from_name} <${from_email}>` : from_email,
          ...(nickname ? { details: { name: nickname } } : {}),
        })),
    };
  },
};
