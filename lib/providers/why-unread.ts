import { z } from "zod";
import { formatPath } from "#lib/parse.ts";
import type { UnreadCode, UnreadReason } from "./unread.ts";

const maxFieldLength = 120;

/** What the schemas of zod and of lenient.ts ask for, in plain words. */
const expectedWords = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "yes or no"],
  ["object", "an object"],
  ["array", "a list"],
  ["record", "an object"],
]);

/**
 * What kept a value from being read.
 * @param error what reading it threw; anything but a ZodError is a value that could not be worked with
 */
export function whyUnread(value: unknown, error: unknown): UnreadReason {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (!issue) {
    return { code: "not_understood", field: "", message: "It holds something that cannot be worked with." };
  }
  const found = valueAt(value, issue.path);
  if (issue.path.length === 0 && issue.code === "invalid_type") {
    return notAnObject(found);
  }
  const field = storable(formatPath(issue.path)).slice(0, maxFieldLength);
  const code = codeOf(issue, found);
  return { code, field, message: messageOf(code, field, expectedOf(issue), found) };
}

/** @param found what stands where an object should be */
export function notAnObject(found: unknown): UnreadReason {
  return { code: "not_an_object", field: "", message: `It should be an object, and is ${kindOf(found)}.` };
}

export const noId: UnreadReason = {
  code: "no_id",
  field: "id",
  message: "It has no id that can be kept, so that it cannot be told from others.",
};

function codeOf(issue: z.core.$ZodIssue, found: unknown): UnreadCode {
  if (found === undefined || found === null || found === "") return "missing";
  const isOfType = issue.code === "invalid_type" || issue.code === "custom";
  // A text that says no number is of the right kind, and has a wrong value.
  return isOfType && !(issue.code === "custom" && typeof found === "string") ? "wrong_type" : "wrong_value";
}

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "custom") return issue.message;
  return issue.code === "invalid_type" ? expectedWords.get(issue.expected) : undefined;
}

function messageOf(code: UnreadCode, field: string, expected: string | undefined, found: unknown): string {
  const name = field === "" ? "It" : `“${field}”`;
  if (code === "missing") return `${name} is missing.`;
  if (expected === undefined) return `${name} has a value that is not known.`;
  if (code === "wrong_value") return `${name} should be ${expected}, and is another text.`;
  return `${name} should be ${expected}, and is ${kindOf(found)}.`;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean") return "yes or no";
  if (typeof value === "string") return "a text";
  return typeof value === "number" ? "a number" : "an object";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}

/** Names of fields may be the sender's own. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").toWellFormed();
}
