import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { flag, hint, id, list } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { api } from "../client.ts";

const answer = z.looseObject({ results: list });
const named = z.looseObject({ id });
const sender = z.looseObject({ nickname: hint, from_email: id, from_name: hint, verified: flag });

/**
 * Senders that were verified one by one. Addresses of a domain that was authenticated as a whole are good too, and can
 * be typed.
 * https://www.twilio.com/docs/sendgrid/api-reference/sender-verification/get-all-verified-senders
 */
export const verifiedSenders: Resource = {
  title: "Verified senders",
  isPartial: true,
  // Every key may list them: SendGrid gives that right on its own.
  scopes: [],
  async list(call, { cursor, limit }) {
    const query = { limit: String(limit), lastSeenID: cursor ?? undefined };
    const request = { method: "GET", path: "/verified_senders", query, needs: null } as const;
    const { results } = await api.ask(call, request, answer);
    // The list goes on after the last one that has an id.
    const last = results.findLast((record) => named.safeParse(record).success);
    return {
      nextCursor: results.length >= limit ? (named.safeParse(last).data?.id ?? null) : null,
      ...readEach(results, { id: "from_email" }, toItem),
    };
  },
};

function toItem(record: unknown): ResourceItem | null {
  const { from_email, from_name, nickname, verified } = sender.parse(record);
  if (!verified) return null;
  return {
    id: from_email,
    label: from_name ? `${from_name} <${from_email}>` : from_email,
    ...(nickname ? { details: { name: nickname } } : {}),
  };
}
