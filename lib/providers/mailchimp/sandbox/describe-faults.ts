import type { z } from "zod";

type FieldError = { field: string; message: string };
type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a body, as Mailchimp words it: what is missing stands with the object that lacks it, and the
 * types are those of PHP. https://github.com/drewm/mailchimp-api/issues/212, https://github.com/drewm/mailchimp-api/issues/97.
 * Of a word that is none of those it takes, it names all: the sentence stands in recorded answers of several clients.
 */
export function describeFaults(issues: readonly Issue[], body: unknown): FieldError[] {
  const missing = new Map<string, string[]>();
  const others: FieldError[] = [];
  for (const issue of issues) {
    const names = issue.path.map(String);
    const name = names.at(-1);
    if (name !== undefined && !hasValue(body, names)) {
      const parent = names.slice(0, -1).join(".");
      missing.set(parent, [...(missing.get(parent) ?? []), name]);
    } else {
      others.push({ field: names.join("."), message: messageOf(issue, valueAt(body, names)) });
    }
  }
  const lacking = [...missing].map(([field, lacks]) => ({
    field,
    message: `Required fields were not provided: ${lacks.join(", ")}`,
  }));
  return [...lacking, ...others];
}

function messageOf(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type") {
    return `Schema describes ${described(issue.expected)}, ${foundType(value)} found instead`;
  }
  if (issue.code === "invalid_value") {
    if (typeof value !== "string") return `Schema describes string, ${foundType(value)} found instead`;
    return `Data presented is not one of the accepted values: ${issue.values.map(String).join(", ")}.`;
  }
  return issue.code === "invalid_union"
    ? "Data did not match any of the schemas described in anyOf."
    : issue.message;
}

function described(type: string): string {
  if (type === "int") return "integer";
  return type === "record" ? "object" : type;
}

function foundType(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) ? "integer" : "double";
}

function hasValue(body: unknown, names: readonly string[]): boolean {
  return valueAt(body, names) !== undefined;
}

function valueAt(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (Object.hasOwn(Object(inner), name) ? Object(inner)[name] : undefined),
    value,
  );
}
