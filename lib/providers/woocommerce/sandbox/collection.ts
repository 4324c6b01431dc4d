import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { invalidParameter } from "./answers.ts";
import type { Shop } from "./documents.ts";
import { comparableTime, storedTime } from "./documents.ts";

const anyObject = z.record(z.string(), z.unknown());

type Entry<Data> = { id: string; data: Data };

const orders = ["asc", "desc"] as const;
const orderbys = ["date", "id", "include", "title", "slug", "modified"] as const;

/**
 * What a list request asks for of entries that have times: filtered by date and number, in its order.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders
 */
export function selectEntries<Data extends { createdAt: string; modifiedAt: string }>(
  { site }: Shop,
  query: URLSearchParams,
  entries: readonly Entry<Data>[],
  getTitle: (data: Data) => string,
): Entry<Data>[] {
  const isGmt = readBoolean(query.get("dates_are_gmt"), "dates_are_gmt") ?? false;
  const include = readList(query, "include");
  const exclude = readList(query, "exclude");
  const bounds = [
    { limit: readTime(query, "after"), field: "createdAt", sign: 1 },
    { limit: readTime(query, "before"), field: "createdAt", sign: -1 },
    { limit: readTime(query, "modified_after"), field: "modifiedAt", sign: 1 },
    { limit: readTime(query, "modified_before"), field: "modifiedAt", sign: -1 },
  ] as const;
  const isWithin = ({ data }: Entry<Data>) =>
    bounds.every(({ limit, field, sign }) => {
      if (limit === undefined) return true;
      return sign * (storedTime(data[field], isGmt, site) - comparableTime(limit, site)) > 0;
    });
  const sign = (readChoice(query.get("order"), "order", orders) ?? "desc") === "asc" ? 1 : -1;
  const orderby = readChoice(query.get("orderby"), "orderby", orderbys) ?? "date";
  const sortKey = ({ id, data }: Entry<Data>): string | number => {
    if (orderby === "id") return Number(id);
    if (orderby === "include") return include.indexOf(id);
    if (orderby === "title" || orderby === "slug") return getTitle(data).toLowerCase();
    return orderby === "date" ? data.createdAt : data.modifiedAt;
  };
  return entries
    .filter(({ id }) => (include.length === 0 || include.includes(id)) && !exclude.includes(id))
    .filter(isWithin)
    .sort((a, b) => sign * (compare(sortKey(a), sortKey(b)) || Number(a.id) - Number(b.id)));
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A page of a list, with the counts in the headers. */
export function pageReply(query: URLSearchParams, items: readonly Record<string, unknown>[]): SandboxReply {
  const page = readInteger(query.get("page"), "page", { min: 1, max: 1_000_000 }) ?? 1;
  const perPage = readInteger(query.get("per_page"), "per_page", { min: 1, max: 100 }) ?? 10;
  const from = readInteger(query.get("offset"), "offset") ?? (page - 1) * perPage;
  return {
    status: 200,
    headers: {
      "x-wp-total": String(items.length),
      "x-wp-totalpages": String(Math.ceil(items.length / perPage)),
    },
    json: items.slice(from, from + perPage).map((item) => withFields(query, item)),
  };
}

export function itemReply(query: URLSearchParams, item: Record<string, unknown>, status = 200): SandboxReply {
  return { status, json: withFields(query, item) };
}

/** `_fields=id,name`. https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/ */
function withFields(query: URLSearchParams, item: Record<string, unknown>): Record<string, unknown> {
  const fields = readList(query, "_fields");
  if (fields.length === 0) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)));
}

function refuse(name: string, code: string, message: string): never {
  throw new Refused(invalidParameter(name, code, message));
}

/** undefined where it was not sent; strings of digits are whole numbers too, as everywhere in WordPress. */
export function readInteger(
  value: unknown,
  path: string,
  { name = path, min, max }: { name?: string; min?: number; max?: number } = {},
): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) {
    return refuse(name, "rest_invalid_type", `${path} is not of type integer.`);
  }
  if (min !== undefined && max !== undefined && (number < min || number > max)) {
    const message = `${path} must be between ${min} (inclusive) and ${max} (inclusive)`;
    return refuse(name, "rest_out_of_bounds", message);
  }
  return number;
}

export function readText(value: unknown, path: string, name = path): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  return refuse(name, "rest_invalid_type", `${path} is not of type string.`);
}

/** WordPress takes true, "true", "1" and 1. */
export function readBoolean(value: unknown, path: string): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if ([true, "true", "1", 1].some((yes) => yes === value)) return true;
  if ([false, "false", "0", 0, ""].some((no) => no === value)) return false;
  return refuse(path, "rest_invalid_type", `${path} is not of type boolean.`);
}

export function readChoice<Choice extends string>(
  value: unknown,
  path: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = readText(value, path);
  if (text === undefined) return undefined;
  const known = choices.find((choice) => choice === text);
  if (known !== undefined) return known;
  const list = `${choices.slice(0, -1).join(", ")}, and ${choices.at(-1)}`;
  return refuse(path, "rest_not_in_enum", `${path} is not one of ${list}.`);
}

export function readObject(value: unknown, path: string, name = path): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  const object = anyObject.safeParse(value);
  return object.success ? object.data : refuse(name, "rest_invalid_type", `${path} is not of type object.`);
}

export function readObjects(value: unknown, path: string): Record<string, unknown>[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(path, "rest_invalid_type", `${path} is not of type array.`);
  return value.map((item, index) => readObject(item, `${path}[${index}]`, path) ?? {});
}

export function readIntegers(value: unknown, path: string): number[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(path, "rest_invalid_type", `${path} is not of type array.`);
  return value.map((item, index) => readInteger(item, `${path}[${index}]`, { name: path }) ?? 0);
}

export function readEmail(value: unknown, path: string, name: string): string | undefined {
  const text = readText(value, path, name);
  if (!text || z.email({ pattern: z.regexes.html5Email }).safeParse(text).success) return text;
  return refuse(name, "rest_invalid_email", "Invalid email address.");
}

/** ISO 8601 with or without a zone. */
function readTime(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/i.test(text);
  return isTime ? text : refuse(name, "rest_invalid_date", "Invalid date.");
}

/** `a,b` or `name[]=a&name[]=b`. */
export function readList(query: URLSearchParams, name: string): string[] {
  const values = [...query.getAll(name), ...query.getAll(`${name}[]`)];
  return values.flatMap((value) => value.split(/[\s,]+/)).filter((value) => value !== "");
}
