import { z } from "zod";

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
  [/^personalizations\.\d+\.to/, "the address of the recipient"],
  [/^from/, "the sender"],
  [/^reply_to/, "the address for answers"],
  [/^subject/, "the subject"],
  [/^content/, "the text"],
  [/^template_id/, "the template"],
  [/dynamic_template_data/, "the data for the template"],
  [/^url/, "our address for reports"],
];

/** What was wrong with what, for a sentence: `the subject (The subject is required)`. */
export function describeProblem({ message, field }: Problem): string {
  const name = namesOfFields.find(([form]) => field !== null && form.test(field))?.[1];
  const reason = (/^[^.]*/.exec(withoutAddresses(message))?.[0] ?? "").trim();
  return `${name ?? (field === null ? "this" : `“${field}”`)} (${reason})`;
}

/** Addresses of people have no place in a log. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()[\]"',;:@]+@[^\s<>()[\]"',;:@]+/g, "…");
}
