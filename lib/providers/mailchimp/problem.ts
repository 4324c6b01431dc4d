import { z } from "zod";
import type { Params } from "#lib/failures/message.ts";
import type { ProviderReply } from "../contract/call.ts";
import { numbered } from "../contract/clauses.ts";

/** https://mailchimp.com/developer/marketing/docs/errors/ (application/problem+json). */
const problemSchema = z.looseObject({
  title: z.string(),
  detail: z.string().catch(""),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string().catch(""), message: z.string().catch("") })).catch([]),
});
export type Problem = z.output<typeof problemSchema>;

/** null where an answer is not in the form of Mailchimp's errors. */
export function readProblem({ json }: ProviderReply): Problem | null {
  return problemSchema.safeParse(json).data ?? null;
}

export function detailOf({ title, detail, instance, errors }: Problem, status: number): string {
  const fields = errors.map(({ field, message }) => `[${field || "?"}: ${message}]`);
  const occurrence = instance ? `(${instance})` : "";
  return [`HTTP ${status} ${title}: ${detail}`, ...fields, occurrence].filter(Boolean).join(" ");
}

/** The fields that Mailchimp did not take, each with what it says of them. */
export function badFieldsOf({ errors, detail }: Problem): Params {
  const told = errors.map(({ field, message }) => ({
    field: field.split(".").at(-1) || "none",
    remark: remarkOf(message),
  }));
  return numbered(told.length > 0 ? told : [{ field: "none", remark: remarkOf(detail) }]);
}

function remarkOf(text: string): string | null {
  return text.replace(/\.$/, "") || null;
}
