import { z } from "zod";
import { scrubbed } from "#lib/scrub.ts";

/**
 * The form of each refusal: `errors`, each with a message, and the field where there is one.
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors
 */
const problem = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string(), field: z.string().nullish().catch(null) })).min(1),
});

export type Problem = { message: string; field: string | null };

/** The first of the errors; null where the body is not SendGrid's. */
export function readProblem(body: unknown): Problem | null {
  const [first] = problem.safeParse(body).data?.errors ?? [];
  if (!first) return null;
  // Some answers have the word in place of nothing.
  const field = first.field && first.field !== "null" ? first.field : null;
  return { message: first.message, field };
}

const namesOfFields: readonly (readonly [RegExp, string])[] = [
  [/^personalizations\.\d+\.to/, "to"],
  [/^from/, "from"],
  [/^reply_to/, "reply_to"],
  [/^subject/, "subject"],
  [/^content/, "content"],
  [/^template_id/, "template_id"],
  [/dynamic_template_data/, "template_data"],
  [/^url/, "url"],
];

/** What was wrong with what: a field by our name for it, and what SendGrid says of it. */
export function toldOf({ message, field }: Problem): { field: string | null; remark: string } {
  const name = namesOfFields.find(([form]) => field !== null && form.test(field))?.[1];
  return { field: name ?? field, remark: (/^[^.]*/.exec(scrubbed(message))?.[0] ?? "").trim() };
}
