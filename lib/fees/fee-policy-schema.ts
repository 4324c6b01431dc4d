import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { leastBasisPoints, mostBasisPoints } from "./compute-fee.ts";

const shareMessage = saidParam(say("field_fee_share"));

/** Hundredths of a per cent of each payment. */
export const basisPointsSchema = z
  .int(shareMessage)
  .refine((share) => share === 0 || (share >= leastBasisPoints && share <= mostBasisPoints), shareMessage);

/** In the smallest unit of the payment's currency. */
export const minimumSchema = z.int().min(0).max(1_000_000);

export const setFeePolicyInput = z
  .strictObject({
    /** null = everybody who has no rule of their own. */
    merchantId: shortText(60).min(1).nullable(),
    /** null = every currency. */
    currency: shortText(3)
      .check(z.regex(/^[A-Z]{3}$/, saidParam(say("field_currency_in_capitals"))))
      .nullable(),
    basisPoints: basisPointsSchema,
    minimum: minimumSchema.default(0),
    /** Not before now; left out = from now on. */
    validFrom: instant.optional(),
  })
  .refine(({ minimum, currency }) => minimum === 0 || currency !== null, {
    path: ["minimum"],
    message: saidParam(say("field_needs_currency")),
  });

export const listFeePoliciesInput = z.strictObject({ merchantId: shortText(60).min(1) });

/** A rule of what the platform takes of each payment. */
export const feePolicyDto = z.object({
  /** null = the rule that is built in. */
  id: z.string().nullable(),
  /** Whether it is the merchant's own or everybody's. */
  isOwn: z.boolean(),
  /** null = every currency that has no rule of its own. */
  currency: z.string().nullable(),
  basisPoints: z.number(),
  minimum: z.number(),
  /** null of the rule that is built in: it was always there. */
  validFrom: z.string().nullable(),
  /**
   * in_force: payments go by it now. next: it begins later. covered: of everybody, and the merchant's own counts before it.
   * past: a later one took its place.
   */
  state: z.enum(["in_force", "next", "covered", "past"]),
});
export type FeePolicyDto = z.infer<typeof feePolicyDto>;
