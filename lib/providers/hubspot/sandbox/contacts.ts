import { z } from "zod";
import { type Asked, Refused, requireBody } from "../../sandbox-kit/api.ts";
import type { SandboxReply, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { invalidInput, notFound, ok, readBody, refusal, route } from "./answers.ts";
import { typePattern } from "./properties.ts";
import {
  addRecord,
  askedProperties,
  changeRecord,
  findRecord,
  recordSchema,
  type SandboxRecord,
  show,
} from "./records.ts";

const path = `/crm/objects/2026-09/${typePattern.contacts}`;
const read = { scope: "crm.objects.contacts.read" };
const write = { scope: "crm.objects.contacts.write" };

const values = z.record(z.string(), z.string());
/** The schemas `SimplePublicObjectInputForCreate` and `SimplePublicObjectInput`. */
const creation = z.strictObject({ properties: values, associations: z.array(z.never()) });
const change = z.strictObject({ properties: values });

/** https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide */
export const contactRoutes = [
  route("GET", path, list, read),
  route("POST", path, create, write),
  route("POST", `${path}/search`, findByWords, { ...read, changes: () => false }),
  route("GET", `${path}/(?<id>[^/]+)`, async (asked) => showOne(asked, await requireContact(asked)), read),
  route("PATCH", `${path}/(?<id>[^/]+)`, update, write),
];

async function list({ query, request, context }: Asked): Promise<SandboxReply> {
  const limit = Number(query.get("limit") ?? "10");
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalidInput("limit must be between 1 and 100");
  }
  const all = await listAll(context.store, "contact", recordSchema);
  const after = query.get("after");
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after);
  if (start === -1) return invalidInput("The paging cursor is not valid.");
  const page = all.slice(start, start + limit);
  const next = all[start + limit];
  const results = page.map((contact) => show("contacts", contact, askedProperties(request.url)));
  return ok({ results, ...(next ? { paging: { next: { after: next.id } } } : {}) });
}

async function requireContact({ context, part, query }: Asked): Promise<SandboxRecord> {
  const contact = await findRecord(context.store, "contacts", part("id"), query.get("idProperty"));
  if (!contact) throw new Refused(notFound());
  return contact;
}

function showOne({ request }: Asked, contact: SandboxRecord): SandboxReply {
  return ok(show("contacts", contact, askedProperties(request.url)));
}

async function create(asked: Asked): Promise<SandboxReply> {
  const { properties } = readBody(asked, creation);
  const taken = () => alreadyExists(asked.context.store, properties.email ?? "");
  const contact = await addRecord(asked.context, "contacts", properties, [], taken);
  return ok(show("contacts", contact, Object.keys(properties)), 201);
}

async function update(asked: Asked): Promise<SandboxReply> {
  const { properties } = readBody(asked, change);
  const contact = await requireContact(asked);
  if (Object.keys(properties).length === 0) return invalidInput("No properties found to update.");
  const taken = () => alreadyExists(asked.context.store, properties.email ?? "");
  const changed = await changeRecord(asked.context, "contacts", contact, properties, taken);
  return ok(show("contacts", changed, Object.keys(properties)));
}

async function alreadyExists(store: SandboxStore, email: string): Promise<SandboxReply> {
  const other = await findRecord(store, "contacts", email, "email");
  return refusal(409, "CONFLICT", `Contact already exists. Existing ID: ${other?.id ?? ""}`);
}

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

async function findByWords({ request, context }: Asked): Promise<SandboxReply> {
  const {
    query = "",
    limit,
    after,
    properties,
  } = requireBody(request, search, (error) =>
    invalidInput(`There was a problem with the request: ${z.prettifyError(error)}`),
  );
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const contacts = await listAll(context.store, "contact", recordSchema);
  const found = contacts.filter((contact) => words.every((word) => toText(contact).includes(word)));
  const start = Number(after);
  const end = start + limit;
  return ok({
    total: found.length,
    results: found.slice(start, end).map((contact) => show("contacts", contact, properties)),
    ...(end < found.length ? { paging: { next: { after: String(end) } } } : {}),
  });
}

function toText({ properties }: SandboxRecord): string {
  return searched
    .map((name) => properties[name] ?? "")
    .join(" ")
    .toLowerCase();
}
