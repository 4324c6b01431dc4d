import { z } from "zod";
import { scrubbed } from "#lib/scrub.ts";

/** https://developer.paypal.com/api/rest/responses/#link-failedrequests */
const apiProblem = z.looseObject({
  name: z.string(),
  message: z.string().default(""),
  debug_id: z.string().optional(),
  details: z
    .array(
      z.looseObject({
        issue: z.string().optional(),
        description: z.string().optional(),
        field: z.string().optional(),
      }),
    )
    .nullish()
    .catch(null),
});
/** RFC 6749 §5.2 and RFC 6750 §3, in the body. */
const tokenProblem = z.looseObject({ error: z.string(), error_description: z.string().default("") });

export type Problem = {
  /** `UNPROCESSABLE_ENTITY`, `invalid_token`. */
  name: string;
  /** `ORDER_NOT_APPROVED`; null where there is nothing finer than the name. */
  issue: string | null;
  description: string;
  /** A JSON pointer into what was sent. */
  field: string | null;
  /** For the log: PayPal's support finds the request by it. */
  debugId: string | null;
};

/** null where the body is not PayPal's. */
export function readProblem(body: unknown): Problem | null {
  const known = apiProblem.safeParse(body).data;
  if (known) {
    const [first] = known.details ?? [];
    return {
      name: known.name,
      issue: first?.issue ?? null,
      description: first?.description || known.message,
      field: first?.field ?? null,
      debugId: known.debug_id ?? null,
    };
  }
  const token = tokenProblem.safeParse(body).data;
  if (!token) return null;
  return { name: token.error, issue: null, description: token.error_description, field: null, debugId: null };
}

const namesOfFields: readonly (readonly [RegExp, string])[] = [
  [/currency_code$/, "currency"],
  [/amount|value$/, "amount"],
  [/custom_id$/, "reference"],
  [/description$/, "description"],
  [/return_url$|cancel_url$/, "return_url"],
  [/note_to_payer$/, "note"],
  [/url$/, "url"],
];

/** What was wrong with what: a field by our name for it, and what PayPal says of it. */
export function toldOf({ field, description, issue, name }: Problem): {
  field: string | null;
  remark: string;
} {
  const known = namesOfFields.find(([form]) => field !== null && form.test(field))?.[1];
  return { field: known ?? field, remark: /^[^.]*/.exec(scrubbed(description))?.[0].trim() || issue || name };
}
