import { createHash } from "node:crypto";
import { apiRoute } from "./api-route.ts";
import { senderDocument, userDocument } from "./documents.ts";
import { problem } from "./replies.ts";

/** What a key may learn of its account. https://www.twilio.com/docs/sendgrid/api-reference/users-api */
export const accountRoutes = [
  apiRoute("GET", "scopes", {}, async (_, { scopes }) => ({ status: 200, json: { scopes } })),
  apiRoute("GET", "user/username", { scope: "user.username.read" }, async ({ account }) => ({
    status: 200,
    json: { username: account.externalId, user_id: userIdOf(account.externalId) },
  })),
  apiRoute("GET", "user/profile", { scope: "user.profile.read" }, async ({ store }) => {
    const user = await store.get("user", "user", userDocument);
    if (!user) return problem(404, "not found");
    const address = { address: "Rua das Flores 12", address2: "", city: "Porto", state: "", zip: "4050-262" };
    const person = { first_name: user.firstName, last_name: "Silva", phone: "", website: "", country: "PT" };
    return { status: 200, json: { ...address, ...person, company: user.company } };
  }),
  // https://www.twilio.com/docs/sendgrid/api-reference/sender-verification/get-all-verified-senders
  apiRoute(
    "GET",
    "verified_senders",
    // It needs `sender_verification_eligible`, which no key is without.
    {},
    async ({ store }, { url }) => {
      const limit = Number(url.searchParams.get("limit") ?? "1000");
      const lastSeen = Number(url.searchParams.get("lastSeenID") ?? "0");
      if (!Number.isInteger(limit) || !Number.isInteger(lastSeen) || limit < 1) {
        return problem(400, "invalid query parameter", "limit");
      }
      const senders = (await store.list("sender", senderDocument)).filter(({ id }) => Number(id) > lastSeen);
      const results = senders.slice(0, limit).map(({ id, data }) => ({
        id: Number(id),
        nickname: data.nickname,
        from_email: data.fromEmail,
        from_name: data.fromName,
        reply_to: data.fromEmail,
        reply_to_name: data.fromName,
        address: "Rua das Flores 12",
        address2: "",
        state: "",
        city: "Porto",
        zip: "4050-262",
        country: "Portugal",
        verified: data.isVerified,
        locked: false,
      }));
      return { status: 200, json: { results } };
    },
  ),
];

/** SendGrid counts its accounts; here the number comes of the name. */
function userIdOf(username: string): number {
  return Number.parseInt(createHash("sha256").update(username).digest("hex").slice(0, 7), 16);
}
