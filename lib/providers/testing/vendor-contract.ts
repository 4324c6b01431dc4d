import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";
import { readForm } from "./read-form.ts";
import { findProblems, type VendorSchema, vendorSchema } from "./vendor-schema.ts";

const operation = z.strictObject({
  method: z.string(),
  /** With `{name}` for what differs; `*` at the start stands for a host and what is before a shop's own paths. */
  path: z.string(),
  /** Names in brackets are members: `page[size]` is the size of page. */
  query: vendorSchema.optional(),
  /** A body of JSON, or of form fields. */
  json: vendorSchema.optional(),
  form: vendorSchema.optional(),
  /** By status; `{}` takes anything, and no body either. */
  answers: z.record(z.string(), vendorSchema),
});

/** What a vendor says of the operations that we use, reduced to what we send and read, and to what it requires. */
const contract = z
  .strictObject({
    source: z.strictObject({
      /** Whose description it is, and what of it stands here. */
      what: z.string(),
      where: z.array(z.string()).min(1),
      version: z.string(),
      licence: z.string(),
      /** Where we know better than the description, and by what. */
      departures: z.array(z.string()),
    }),
    operations: z.array(operation),
    /** Messages that the vendor sends us, by what tells them apart. */
    messages: z.record(z.string(), vendorSchema).optional(),
  })
  .refine(({ operations, messages }) => operations.length > 0 || messages !== undefined);
type VendorContract = z.infer<typeof contract>;
type Operation = z.infer<typeof operation>;

const sharedSchemas = z.looseObject({ schemas: z.record(z.string(), z.unknown()).optional() });

/** Of a `vendor-contract.json`. Schemas that stand in several places are written once, under `schemas`. */
export function readVendorContract(url: URL): VendorContract {
  const text = readFileSync(url, "utf8");
  const { schemas = {}, ...rest } = sharedSchemas.parse(JSON.parse(text));
  const read = contract.safeParse(withShared(rest, schemas));
  if (read.success) return read.data;
  throw new Error(
    `${fileURLToPath(url)} is not in the form of vendor-contract.ts and vendor-schema.ts:\n${z.prettifyError(read.error)}`,
  );
}

/** A value in which `{ "ref": "charge" }` is the schema of that name. */
function withShared(value: unknown, schemas: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => withShared(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  const { ref, ...others } = Object.assign({ ref: undefined }, value);
  if (typeof ref === "string" && Object.keys(others).length === 0) return withShared(schemas[ref], schemas);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withShared(item, schemas)]));
}

/** The operation that an exchange with a sandbox is an example of; null = none that the contract has. */
export function findOperation({ operations }: VendorContract, exchange: Exchange): Operation | null {
  const path = decodeURIComponent(exchange.path.replace(/^\/sandbox\/[^/]+\//, "/").replace(/\?.*$/s, ""));
  const found = operations
    .filter(({ method, path: form }) => method === exchange.method && toPathPattern(form).test(path))
    .toSorted((one, other) => one.path.split("{").length - other.path.split("{").length);
  return found[0] ?? null;
}

/** `/v1/charges/{id}` at any host. */
function toPathPattern(path: string): RegExp {
  const source = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^/.+?${source}/?$`);
}

/** Where a request or its answer departs from the contract, a sentence each. */
export function findDepartures(operation: Operation, exchange: Exchange): string[] {
  const { query, json, form, answers } = operation;
  const sent = new URL(exchange.path, "http://localhost").searchParams;
  const body = exchange.requestBody;
  const answer = answers[String(exchange.status)];
  return [
    ...check(query ?? { type: "object" }, readForm(sent), "query", true),
    ...(json ? check(json, readJson(body), "body", false) : []),
    ...(form ? check(form, readForm(new URLSearchParams(body)), "body", true) : []),
    ...(json || form || body === "" ? [] : ["body: the vendor takes none"]),
    ...(answer ? check(answer, readJson(exchange.responseBody), `answer ${exchange.status}`, false) : []),
    ...(answer ? [] : [`answer ${exchange.status}: the vendor does not describe it`]),
  ];
}

/**
 * Where a message to us departs from the contract; null = the contract has no such message.
 * @param asked the fields that it is cut to, where the vendor lets us name them
 */
export function departuresOfMessage(
  { messages = {} }: VendorContract,
  kind: string,
  message: unknown,
  asked?: readonly string[] | null,
): string[] | null {
  const schema = Object.hasOwn(messages, kind) ? messages[kind] : undefined;
  if (!schema) return null;
  const required = asked ? schema.required?.filter((name) => asked.includes(name)) : schema.required;
  return findProblems({ ...schema, required }, message, { path: kind, isText: false });
}

function check(schema: VendorSchema, value: unknown, path: string, isText: boolean): string[] {
  return findProblems(schema, value, { path, isText });
}

/** undefined for what is no JSON, such as a page of a web server. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
