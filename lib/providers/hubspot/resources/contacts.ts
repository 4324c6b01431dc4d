import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, hintedObject, id, list } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { api, objectPath } from "../client.ts";

const properties = ["firstname", "lastname", "email"];
const answer = z.looseObject({
  results: list,
  paging: hintedObject({ next: hintedObject({ after: hint }) }),
});
const contact = z.looseObject({
  id,
  properties: hintedObject({ firstname: hint, lastname: hint, email: hint }),
});
type Contacts = z.infer<typeof answer>;

type Query = { cursor: string | null; limit: number };

export const contacts = {
  title: "Contacts",
  scopes: ["crm.objects.contacts.read"],
  /** An email address that is new becomes a contact. */
  narrow: (_input: unknown, value: string) => (value.includes("@") ? null : { id: value }),
  list: async (call, { search, ...query }) => {
    const words = search?.trim();
    const { results, paging } = words ? await find(call, words, query) : await listAll(call, query);
    return {
      ...readEach(results, { id: "id" }, (record) => toItem(contact.parse(record))),
      nextCursor: paging?.next?.after ?? null,
    };
  },
} satisfies Resource;

function listAll(call: Call, { cursor, limit }: Query): Promise<Contacts> {
  const query = {
    limit: String(Math.min(limit, 100)),
    properties: properties.join(","),
    after: cursor ?? undefined,
  };
  const path = objectPath("contacts");
  return api.ask(call, { method: "GET", path, query, what: "contact" }, answer);
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
  return api.ask(call, { method: "POST", path, json, what: "contact" }, answer);
}

function toItem({ id: contactId, properties }: z.output<typeof contact>): ResourceItem {
  const { firstname, lastname, email } = properties ?? {};
  const name = [firstname, lastname].filter(Boolean).join(" ");
  const label = name || email || `Contact ${contactId}`;
  const hasEmail = email !== undefined && email !== label;
  return { id: contactId, label, ...(hasEmail ? { details: { email: email } } : {}) };
}
