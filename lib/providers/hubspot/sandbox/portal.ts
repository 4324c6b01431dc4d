import { z } from "zod";

/** Facts of the account that are no records. */
export const portalSchema = z.strictObject({
  hubDomain: z.string(),
  /** Who connected. */
  user: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: z.array(z.string()),
  timeZone: z.string(),
});
export type Portal = z.infer<typeof portalSchema>;
