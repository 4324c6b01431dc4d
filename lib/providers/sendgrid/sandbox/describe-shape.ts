import type { z } from "zod";

type Issue = z.core.$ZodIssue;
type FieldProblem = { message: string; field: string; help: null };

/**
 * What is wrong with the shape of a body, as SendGrid words it: https://github.com/sendgrid/sendgrid-php/issues/559,
 * https://github.com/sendgrid/sendgrid-php/issues/869
 */
export function describeShape(issues: readonly Issue[], body: unknown): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => problemAt([...path, key], `Additional property ${key} is not allowed.`));
    }
    const name = path.at(-1);
    const value = valueAt(body, path);
    if (value === undefined && name !== undefined) return [missingAt(path)];
    const expected = issue.code === "invalid_type" ? issue.expected : "string";
    const type = expected === "record" ? "object" : expected;
    return [problemAt(path, `Invalid type. Expected: ${type}, given: ${typeOf(value)}.`)];
  });
}

const people = ["to", "cc", "bcc", "reply_to"];

/**
 * What is missing is said by the field that lacks it: https://github.com/sklarsa/django-sendgrid-v5/issues/10,
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
 */
function missingAt(path: readonly string[]): FieldProblem {
  const name = path.at(-1) ?? "";
  const holder = path.filter((part) => !/^\d+$/.test(part)).at(-2) ?? "";
  if (holder === "from") return problemAt(path, fromRequired);
  if (people.includes(holder)) return problemAt(path, `The ${holder} ${name} parameter is required.`);
  return problemAt(path, `The ${holder} ${name} must be a string at least one character in length.`);
}

export const fromRequired =
  'The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {"email" : "example@example.com"}  or {"email" : "example@example.com", "name" : "Example Recipient"}.';

function problemAt(path: readonly string[], message: string): FieldProblem {
  return { message, field: path.join("."), help: null };
}

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (Object.hasOwn(Object(inner), name) ? Object(inner)[name] : undefined),
    body,
  );
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) ? "integer" : "number";
}
