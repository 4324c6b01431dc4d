import { z } from "zod";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { scrubbed } from "#lib/scrub.ts";
import { tell } from "./words.ts";

/** What a mutation did not do, and why: HTTP 200, and no `errors`. */
export const userErrors = z.array(
  z.looseObject({
    code: z.string().nullish(),
    field: z.array(z.string()).nullish(),
    message: z.string(),
  }),
);
export type UserErrors = z.infer<typeof userErrors>;

type Meaning = Pick<ConstructorParameters<typeof ProviderError>[0], "kind" | "message" | "retryAfterMs">;

/**
 * Returns only if there are none.
 * @param meanings by Shopify's code, in the merchant's words
 * @throws {ProviderError} as the first of them says; invalid_input where it is not known
 */
export function refuseUserErrors(errors: UserErrors, meanings: Readonly<Record<string, Meaning>>): void {
  const [error] = errors;
  if (!error) return;
  const field = error.field?.join(".") ?? "";
  const detail = [error.code, field, error.message].filter(Boolean).join(": ");
  throw new ProviderError({ ...meaningOf(error, meanings), detail });
}

function meaningOf(
  { code, message }: UserErrors[number],
  meanings: Readonly<Record<string, Meaning>>,
): Meaning {
  const known = code ? meanings[code] : undefined;
  if (known) return known;
  // Trial and development shops may create five orders a minute; the refusal has no code.
  if (/too many (?:attempts|requests)/i.test(message)) {
    const words = tell("trial_shop_takes_five_new");
    return { kind: "rate_limited", message: words, retryAfterMs: 60_000 };
  }
  return { kind: "invalid_input", message: tell("did_not_accept_it", { remark: scrubbed(message, 300) }) };
}
