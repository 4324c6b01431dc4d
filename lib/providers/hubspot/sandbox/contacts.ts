import { z } from "zod";
import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { invalidInput, notFound, ok, refusal } from "./answers.ts";
import { findByWords } from "./find-by-words.ts";
import { typePattern } from "./property.ts";
import { askedProperties, findRecord, recordSchema, show } from "./record.ts";
import { addRecord, changeRecord } from "./write-record.ts";

const root = `^api\\.hubapi\\.com/crm/objects/2026-09/${typePattern.contacts}`;
const read = "crm.objects.contacts.read";
const write = "crm.objects.contacts.write";

const values = z.record(z.string(), z.string());
/** The schemas `SimplePublicObjectInputForCreate` and `SimplePublicObjectInput`. */
const creation = z.strictObject({ properties: values, associations: z.array(z.never()) });
const change = z.strictObject({ properties: values });

/** https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide */
export const contactRoutes: readonly SandboxRoute[] = [
  { methods: ["GET"], match: new RegExp(`${root}$`), access: "api", scope: read, handle: list },
  { methods: ["POST"], match: new RegExp(`${root}$`), access: "api", scope: write, handle: create },
  {
    methods: ["POST"],
    match: new RegExp(`${root}/search$`),
    access: "api",
    scope: read,
    changes: () => false,
    handle: findByWords,
  },
  {
    methods: ["GET"],
    match: new RegExp(`${root}/(?<id>[^/]+)$`),
    access: "api",
    scope: read,
    handle: readOne,
  },
  {
    methods: ["PATCH"],
    match: new RegExp(`${root}/(?<id>[^/]+)$`),
    access: "api",
    scope: write,
    handle: update,
  },
];

async function list({ url }: SandboxRequest, { store }: SandboxDesk): Promise<SandboxReply> {
  const limit = Number(url.searchParams.get("limit") ?? "10");
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalidInput("limit must be between 1 and 100");
  }
  const all = await store.list("contact", recordSchema);
  const after = url.searchParams.get("after");
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after);
  if (start === -1) return invalidInput("The paging cursor is not valid.");
  const page = all.slice(start, start + limit);
  const next = all[start + limit];
  const results = page.map(({ data }) => show("contacts", data, askedProperties(url)));
  return ok({ results, ...(next ? { paging: { next: { after: next.id } } } : {}) });
}

async function readOne(
  { url }: SandboxRequest,
  { store }: SandboxDesk,
  { id = "" }: Readonly<Record<string, string>>,
): Promise<SandboxReply> {
  const contact = await findRecord(store, "contacts", id, url.searchParams.get("idProperty"));
  return contact ? ok(show("contacts", contact, askedProperties(url))) : notFound();
}

async function create({ json }: SandboxRequest, desk: SandboxDesk): Promise<SandboxReply> {
  const given = creation.safeParse(json);
  if (!given.success) return invalidInput(`Invalid input JSON: ${z.prettifyError(given.error)}`);
  const { properties } = given.data;
  const written = await addRecord(desk, "contacts", properties, []);
  if ("refused" in written) return written.refused;
  if ("conflictWith" in written) return alreadyExists(desk, properties.email ?? "");
  return ok(show("contacts", written.record, Object.keys(properties)), 201);
}

async function update(
  { url, json }: SandboxRequest,
  desk: SandboxDesk,
  { id = "" }: Readonly<Record<string, string>>,
): Promise<SandboxReply> {
  const given = change.safeParse(json);
  if (!given.success) return invalidInput(`Invalid input JSON: ${z.prettifyError(given.error)}`);
  const contact = await findRecord(desk.store, "contacts", id, url.searchParams.get("idProperty"));
  if (!contact) return notFound();
  const { properties } = given.data;
  if (Object.keys(properties).length === 0) return invalidInput("No properties found to update.");
  const written = await changeRecord(desk, "contacts", contact, properties);
  if ("refused" in written) return written.refused;
  if ("conflictWith" in written) return alreadyExists(desk, properties.email ?? "");
  return ok(show("contacts", written.record, Object.keys(properties)));
}

async function alreadyExists({ store }: SandboxDesk, email: string): Promise<SandboxReply> {
  const other = await findRecord(store, "contacts", email, "email");
  return refusal(409, "CONFLICT", `Contact already exists. Existing ID: ${other?.id ?? ""}`);
}
