import type { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { listParam, readMarked, saidParam } from "#lib/failures/values.ts";

/**
 * What zod itself would say of an input, as a message of the catalogue: for the `error` of a parse. What a schema says in
 * words of its own goes before it.
 */
export function tellIssue(issue: z.core.$ZodRawIssue): string {
  return saidParam(toMessage(issue));
}

/** A text that `tellIssue` made, as the message that it is; any other stays a text. */
export function readIssueMessage(text: string): string | Message {
  const marked = readMarked(text);
  return marked?.kind === "said" ? marked.message : text;
}

function toMessage(issue: z.core.$ZodRawIssue): Message {
  if (issue.input === undefined && issue.code !== "custom") return say("field_missing");
  switch (issue.code) {
    case "invalid_type":
      return say("field_type", { expected: issue.expected });
    case "too_small":
      return say("field_too_small", { of: getKind(issue.origin), min: Number(issue.minimum) });
    case "too_big":
      return say("field_too_big", { of: getKind(issue.origin), max: Number(issue.maximum) });
    case "invalid_format":
      return say("field_format", { format: issue.format });
    case "not_multiple_of":
      return say("field_multiple", { step: issue.divisor });
    case "invalid_value":
      return say("field_not_among", { values: listParam(issue.values.map(String), "or") });
    case "unrecognized_keys":
      return say("field_not_known");
    default:
      return say("field_other");
  }
}

/** What is counted: letters, entries, or the number itself. */
function getKind(origin: string): "text" | "list" | "number" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" || origin === "map" ? "list" : "number";
}
