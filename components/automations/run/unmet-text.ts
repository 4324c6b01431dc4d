import { spoken } from "#components/automations/words/field-name.ts";
import type { RunDto } from "#lib/automations/runs/run-schema.ts";
import { lookUp } from "#lib/look-up.ts";

const wants: Record<string, string> = {
  equals: "it should be",
  not_equals: "it should not be",
  greater: "it should be more than",
  at_least: "it should be at least",
  less: "it should be less than",
  at_most: "it should be at most",
  contains: "it should contain",
  starts_with: "it should start with",
  is_one_of: "it should be one of",
  is_true: "it should be true",
  is_false: "it should be false",
  is_present: "it should be there",
  is_missing: "it should not be there",
};

/** Why a condition was not met, with the value that it met: "Total amount is 2000: it should be at least 5000." */
export function unmetText({ path, comparison, expected, actual }: NonNullable<RunDto["condition"]>): string {
  if (path === null || comparison === null) return "What it met is not known any more.";
  const want = lookUp(wants, comparison) ?? "it should be something else";
  const compared = expected === null ? "" : ` ${shown(expected)}`;
  return `${spoken(path.split("."))} ${actual === null ? "is missing" : `is ${shown(actual)}`}: ${want}${compared}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value === "string") return `“${value}”`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
