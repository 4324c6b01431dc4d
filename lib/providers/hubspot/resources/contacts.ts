import { z } from "zod";
import type { Call } from "../../call.ts";
import type { Resource } from "../../resource.ts";
import { objectPath } from "../api.ts";
import { askHubSpot } from "../client.ts";

const properties = ["firstname", "lastname", "email"];
const text = z.string().nullish();
const answer = z.looseObject({
  results: z.array(
    z.looseObject({
      id: z.string().min(1),
      properties: z.looseObject({ firstname: text, lastname: text, email: text }),
    }),
  ),
  paging: z.looseObject({ next: z.looseObject({ after: z.string() }).optional() }).nullish(),
});
type Contacts = z.infer<typeof answer>;

type Query = { cursor: string | null; limit: number };

export const contacts = {
  title: "Contacts",
  scopes: ["crm.objects.contacts.read"],
  list: async (call, { search, ...query }) => {
    const words = search?.trim();
    const { results, paging } = words ? await find(call, words, query) : await list(call, query);
    return {
      items: results.map((contact) => ({ id: contact.id, ...wordsOf(contact) })),
      nextCursor: paging?.next?.after ?? null,
    };
  },
} satisfies Resource;

function list(call: Call, { cursor, limit }: Query): Promise<Contacts> {
  const query = {
    limit: String(Math.min(limit, 100)),
    properties: properties.join(","),
    after: cursor ?? undefined,
  };
  const path = objectPath("contacts");
  return askHubSpot(call, { method: "GET", path, query, what: "contact" }, answer);
}

/** https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm: what is new is found after a while only. */
function find(call: Call, words: string, { cursor, limit }: Query): Promise<Contacts> {
  const json = {
    query: words.slice(0, 3_000),
    limit: Math.min(limit, 200),
    properties,
    filterGroups: [],
    sorts: [],
    // It must be there, also for the first page.
    after: cursor ?? "0",
  };
  const path = `${objectPath("contacts")}/search`;
  return askHubSpot(call, { method: "POST", path, json, what: "contact" }, answer);
}

function wordsOf({ id, properties: { firstname, lastname, email } }: Contacts["results"][number]) {
  const name = [firstname, lastname].filter(Boolean).join(" ");
  const label = name || email || `Contact ${id}`;
  return email && email !== label ? { label, details: { "e-mail": email } } : { label };
}
