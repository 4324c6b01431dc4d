import { z } from "zod";
import type { SandboxDesk, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { invalidInput, ok } from "./answers.ts";
import { recordSchema, type SandboxRecord, show } from "./record.ts";

/** The schema `PublicObjectSearchRequest`; filters and sorts are not played here. */
const search = z.strictObject({
  query: z.string().max(3_000).optional(),
  limit: z.int().min(1).max(200).default(10),
  after: z.string().regex(/^\d+$/),
  properties: z.array(z.string()).optional(),
  filterGroups: z.array(z.never()).optional(),
  sorts: z.array(z.never()).optional(),
});

/** What a search by words looks into: https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm */
const searched = ["firstname", "lastname", "email", "phone", "company"];

export async function findByWords({ json }: SandboxRequest, { store }: SandboxDesk): Promise<SandboxReply> {
  const given = search.safeParse(json);
  if (!given.success) {
    return invalidInput(`There was a problem with the request: ${z.prettifyError(given.error)}`);
  }
  const { query = "", limit, after, properties } = given.data;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const contacts = (await store.list("contact", recordSchema)).map(({ data }) => data);
  const found = contacts.filter((contact) => words.every((word) => textOf(contact).includes(word)));
  const start = Number(after);
  const end = start + limit;
  return ok({
    total: found.length,
    results: found.slice(start, end).map((contact) => show("contacts", contact, properties)),
    ...(end < found.length ? { paging: { next: { after: String(end) } } } : {}),
  });
}

function textOf({ properties }: SandboxRecord): string {
  return searched
    .map((name) => properties[name] ?? "")
    .join(" ")
    .toLowerCase();
}
