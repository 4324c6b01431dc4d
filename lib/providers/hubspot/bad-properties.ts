import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Problem } from "./problem.ts";

/** A property whose value HubSpot refused. */
type BadProperty = { name: string; code: string };

const inMessage = z.array(z.looseObject({ name: z.string(), error: z.string().optional() }));

/**
 * Which properties a VALIDATION_ERROR is about. HubSpot names them in `errors`, and as JSON within the message:
 * https://developers.hubspot.com/changelog/upcoming-property-validations-rules-will-be-enforced-for-apis-and-integrations
 */
export function badPropertiesOf({ message, errors = [] }: Problem): BadProperty[] {
  const listed = errors.flatMap(({ code = "", context }) => {
    const names = [...(context?.propertyName ?? []), ...(context?.propertyNames ?? [])];
    return names.map((name) => ({ name, code }));
  });
  if (listed.length > 0) return listed;
  const written = inMessage.safeParse(parseJson(/\[.*\]/s.exec(message)?.[0])).data ?? [];
  return written.map(({ name, error = "" }) => ({ name, code: error }));
}

/** What is wrong with a property. */
export function problemOf({ code }: BadProperty): string {
  return lookUp(problems, code) ?? (code.includes("REQUIRED") ? "required" : "refused");
}

const problems: Readonly<Record<string, string>> = {
  PROPERTY_DOESNT_EXIST: "unknown",
  READ_ONLY_VALUE: "read_only",
  INVALID_OPTION: "option",
  INVALID_EMAIL: "email",
  CONFLICTING_UNIQUE_VALUE: "taken",
};

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
