import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { type Asked, Refused, requireBody, sandboxApi } from "../../sandbox-kit/api.ts";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { describeFaults, problem, refuseResource, wrongKey } from "./answers.ts";
import { homeDataCentre } from "./documents.ts";

export type Api = Pick<Asked, "context" | "query" | "part"> & {
  /** @throws {Refused} where the body is not in this form */
  body: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
};

/** A route of the Marketing API, by what stands behind /3.0: it answers the JSON of a 200, or undefined for a 204. */
export const route = sandboxApi<Api, object | undefined>({
  root: "(?<dc>[a-z0-9]+)\\.api\\.mailchimp\\.com/3\\.0",
  tail: "/?",
  open: (asked) => {
    const { context, query, part } = asked;
    if (part("dc") !== homeDataCentre) throw new Refused(wrongKey());
    return { context, query, part, body: (schema) => readBody(asked, schema) };
  },
  present: (answer, { query }) => present(answer, query),
  nobody: wrongKey,
});

function present(answer: object | undefined, query: URLSearchParams): SandboxReply {
  if (answer === undefined) return { status: 204 };
  const fields = query.get("fields")?.split(",").filter(Boolean) ?? [];
  const json = fields.length > 0 ? pickFields(answer, fields) : answer;
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, json };
}

function readBody<Schema extends z.ZodType>({ request }: Asked, schema: Schema): z.output<Schema> {
  if (request.json === undefined) {
    const detail = "We encountered an unspecified JSON parsing error.";
    throw new Refused(problem(400, "JSON Parse Error", detail));
  }
  return requireBody(
    request,
    schema,
    (error, json) => refuseResource(describeFaults(error.issues, json)).reply,
  );
}

const record = z.record(z.string(), z.unknown());

/**
 * The parts of an answer that were asked for, by dotted names:
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#partial-response
 */
function pickFields(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pickFields(item, fields));
  const read = record.safeParse(value);
  if (!read.success) return value;
  const picked = Object.entries(read.data).flatMap(([name, part]) => {
    if (fields.includes(name)) return [[name, part] as const];
    const below = fields
      .filter((field) => field.startsWith(`${name}.`))
      .map((field) => field.slice(name.length + 1));
    return below.length > 0 ? [[name, pickFields(part, below)] as const] : [];
  });
  return Object.fromEntries(picked);
}

type Place = {
  /** Below /3.0: `/lists/6f1a9c04b2`. */
  path: string;
  /** As Mailchimp names it: `Lists/Response`. */
  schema: string;
};

const host = `https://${homeDataCentre}.api.mailchimp.com`;

/** Above all collections. */
export const root: Place = { path: "/", schema: "Root" };

/**
 * What an answer says of itself and of what is above it:
 * https://mailchimp.com/developer/marketing/docs/fundamentals/#resources
 */
export function linksTo(self: Place, parent: Place) {
  return [linkTo("self", self), linkTo("parent", parent)];
}

function linkTo(rel: string, { path, schema }: Place) {
  return {
    rel,
    href: `${host}/3.0${path}`,
    method: "GET",
    targetSchema: `${host}/schema/3.0/Definitions/${schema}.json`,
  };
}

/**
 * A page of a collection: https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination
 * @param name under which the items stand: `lists`
 */
export function collection<Item extends object>(
  query: URLSearchParams,
  name: string,
  items: readonly Item[],
  links: ReturnType<typeof linksTo>,
): Record<string, unknown> {
  const count = readNumber(query, "count", 10);
  const offset = readNumber(query, "offset", 0);
  if (count > 1_000)
    throw refuseResource([{ field: "count", message: "This value should be 1000 or less." }]);
  return { [name]: items.slice(offset, offset + count), total_items: items.length, _links: links };
}

/** Sorted as the query asks, by one of the given fields. */
export function sorted<Item extends object>(
  query: URLSearchParams,
  items: readonly Item[],
  fields: Readonly<Record<string, (item: Item) => string>>,
): Item[] {
  const name = query.get("sort_field");
  if (name === null) return [...items];
  const getKey = lookUp(fields, name);
  if (!getKey) {
    throw refuseResource([{ field: "sort_field", message: "This value is not one of the choices." }]);
  }
  const direction = query.get("sort_dir") === "DESC" ? -1 : 1;
  return items.toSorted((one, other) => direction * compare(getKey(one), getKey(other)));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function readNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refuseResource([{ field: name, message: "This value should be a positive integer." }]);
}
