import { z } from "zod";
import { invalidParameter, RestRefusal } from "./replies.ts";

function refuse(name: string, code: string, message: string): never {
  throw new RestRefusal(invalidParameter(name, code, message));
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

const anyObject = z.record(z.string(), z.unknown());

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
  if (!text || z.email().safeParse(text).success) return text;
  return refuse(name, "rest_invalid_email", "Invalid email address.");
}

/** ISO 8601 with or without a zone. */
export function readTime(query: URLSearchParams, name: string): string | undefined {
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
