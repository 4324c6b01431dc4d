import { createHash } from "node:crypto";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { requireOne } from "../../sandbox-kit/objects.ts";
import { type Api, ok, problem, route } from "./answers.ts";
import { senderDocument, type TemplateDocument, templateDocument, userDocument } from "./documents.ts";

/** What a key may learn of its account. https://www.twilio.com/docs/sendgrid/api-reference/users-api */
export const accountRoutes = [
  route("GET", "/scopes", async ({ scopes }) => ok({ scopes })),
  route(
    "GET",
    "/user/username",
    async ({ account }) => ok({ username: account.externalId, user_id: createUserId(account.externalId) }),
    { scope: "user.username.read" },
  ),
  route(
    "GET",
    "/user/profile",
    async ({ store }) => {
      const user = await requireOne(store, "user", "user", userDocument, () => problem(404, "not found"));
      const person = {
        first_name: user.firstName,
        last_name: "Silva",
        phone: "",
        website: "",
        country: "PT",
      };
      return ok({ ...address, city: "Porto", zip: "4050-262", ...person, company: user.company });
    },
    { scope: "user.profile.read" },
  ),
  // https://www.twilio.com/docs/sendgrid/api-reference/sender-verification/get-all-verified-senders
  // It needs `sender_verification_eligible`, which no key is without.
  route("GET", "/verified_senders", async ({ store, query }) => {
    const limit = Number(query.get("limit") ?? "1000");
    const lastSeen = Number(query.get("lastSeenID") ?? "0");
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
      ...address,
      city: "Porto",
      zip: "4050-262",
      country: "Portugal",
      verified: data.isVerified,
      locked: false,
    }));
    return ok({ results });
  }),
];

const address = { address: "Rua das Flores 12", address2: "", state: "" };

/** SendGrid counts its accounts; here the number comes of the name. */
function createUserId(username: string): number {
  return Number.parseInt(createHash("sha256").update(username).digest("hex").slice(0, 7), 16);
}

const templatesUrl = "https://api.sendgrid.com/v3/templates";

/** https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates */
export const templateRoutes = [route("GET", "/templates", listTemplates, { scope: "templates.read" })];

async function listTemplates({ store, query }: Api): Promise<SandboxReply> {
  const generations = (query.get("generations") ?? "legacy").split(",");
  const pageSize = Number(query.get("page_size"));
  const from = Number(query.get("page_token") ?? "0");
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 200) {
    return problem(400, "page_size must be between 1 and 200", "page_size");
  }
  if (!Number.isInteger(from)) return problem(400, "invalid page_token", "page_token");
  const all = (await store.list("template", templateDocument)).filter(({ data }) =>
    generations.includes(data.generation),
  );
  const asked = `generations=${generations.join("%2C")}&page_size=${pageSize}`;
  const next = from + pageSize;
  return ok({
    result: all.slice(from, next).map(({ id, data }) => present(id, data)),
    _metadata: {
      self: `${templatesUrl}?${asked}${from > 0 ? `&page_token=${from}` : ""}`,
      ...(next < all.length ? { next: `${templatesUrl}?${asked}&page_token=${next}` } : {}),
      count: all.length,
    },
  });
}

function present(id: string, { name, generation, updatedAt, versions }: TemplateDocument) {
  const updated_at = updatedAt.slice(0, 19).replace("T", " ");
  return {
    id,
    name,
    generation,
    updated_at,
    versions: versions.map((version) => ({
      id: version.id,
      template_id: id,
      active: version.isActive ? 1 : 0,
      name: version.name,
      subject: version.subject,
      updated_at,
      generate_plain_content: true,
      editor: "design",
    })),
  };
}
