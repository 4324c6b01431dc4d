import { z } from "zod";
import type { ValueKind } from "#lib/failures/app-messages.ts";
import { formatPath } from "#lib/parse.ts";
import { storable } from "#lib/text.ts";
import type { UnreadCode, UnreadReason } from "../contract/unread.ts";

const maxFieldLength = 120;

/** What the schemas of zod and of lenient.ts ask for. */
const expectedKinds = new Map<string, ValueKind>([
  ["string", "text"],
  ["number", "number"],
  ["int", "whole_number"],
  ["boolean", "yes_or_no"],
  ["object", "object"],
  ["array", "list"],
  ["record", "object"],
  ["an id", "id"],
  ["a text", "text"],
  ["a number", "number"],
  ["a whole number", "whole_number"],
  ["yes or no", "yes_or_no"],
  ["a time", "time"],
  ["a list", "list"],
  ["an object", "object"],
]);

/** The reason of a value that is as it should be, and that cannot be worked with all the same. */
export const notUnderstood: UnreadReason = {
  code: "not_understood",
  field: "",
  params: { why: "content" },
};

/**
 * What kept a value from being read.
 * @param error what reading it threw; anything but a ZodError is a value that could not be worked with
 */
export function whyUnread(value: unknown, error: unknown): UnreadReason {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (!issue) return notUnderstood;
  const found = valueAt(value, issue.path);
  if (issue.path.length === 0 && issue.code === "invalid_type") {
    return notAnObject(found);
  }
  const field = storable(formatPath(issue.path)).slice(0, maxFieldLength);
  const code = toUnreadCode(issue, found);
  if (code === "missing") return { code, field, params: {} };
  return { code, field, params: { expected: readExpectedKind(issue), found: getKind(found) } };
}

/** @param found what stands where an object should be */
export function notAnObject(found: unknown): UnreadReason {
  return { code: "not_an_object", field: "", params: { found: getKind(found) } };
}

export const noId: UnreadReason = { code: "no_id", field: "id", params: {} };

function toUnreadCode(issue: z.core.$ZodIssue, found: unknown): UnreadCode {
  if (found === undefined || found === null || found === "") return "missing";
  const isOfType = issue.code === "invalid_type" || issue.code === "custom";
  // A text that says no number is of the right kind, and has a wrong value.
  return isOfType && !(issue.code === "custom" && typeof found === "string") ? "wrong_type" : "wrong_value";
}

function readExpectedKind(issue: z.core.$ZodIssue): ValueKind {
  const asked = issue.code === "custom" ? issue.message : issue.code === "invalid_type" ? issue.expected : "";
  return expectedKinds.get(asked) ?? "unknown";
}

function getKind(value: unknown): ValueKind {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean") return "yes_or_no";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "number" : "object";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}
