import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Problem } from "./problem.ts";

/** A property whose value HubSpot refused. */
export type BadProperty = { name: string; code: string };

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

/** What is wrong with a property, as the end of a sentence that begins with "HubSpot". */
export function describeBadProperty({ name, code }: BadProperty): string {
  const field = lookUp(words, name) ?? `the field “${name}”`;
  switch (code) {
    case "PROPERTY_DOESNT_EXIST":
      return `does not have ${field}`;
    case "READ_ONLY_VALUE":
      return `fills ${field} by itself`;
    case "INVALID_OPTION":
      return `does not take this value for ${field}; it must be one of the options there`;
    case "INVALID_EMAIL":
      return `does not take this for ${field}: it is no e-mail address`;
    case "CONFLICTING_UNIQUE_VALUE":
      return `has this value of ${field} elsewhere already`;
    default:
      return code.includes("REQUIRED") ? `requires ${field}` : `did not accept ${field}`;
  }
}

const words: Readonly<Record<string, string>> = {
  email: "the e-mail address",
  firstname: "the first name",
  lastname: "the last name",
  phone: "the phone number",
  company: "the company",
  dealname: "the deal's name",
  dealstage: "the stage",
  pipeline: "the pipeline",
  amount: "the amount",
  closedate: "the closing date",
  description: "the description",
  deal_currency_code: "the currency",
};

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
