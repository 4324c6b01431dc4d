import { z } from "zod";
import { sandboxId } from "../id-schema.ts";

/** The choice of an account that is not there yet. */
export const newAccountChoice = "new";

export const consentIdInput = z.strictObject({ id: sandboxId });

export const answerConsentInput = z.strictObject({
  id: sandboxId,
  answer: z.enum(["allow", "deny"]),
  account: sandboxId
    .optional()
    .describe(`Id of one of the merchant's accounts, or ${newAccountChoice}; default: the first`),
});

export const consentDto = z.object({
  id: z.string(),
  state: z.enum(["open", "answered", "expired"]),
  provider: z.object({ id: z.string(), name: z.string(), icon: z.string().nullable() }),
  scopes: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Where the address names the account, there is nothing to choose. */
  namedAccount: z.string().nullable(),
  accounts: z.array(z.object({ id: z.string(), externalId: z.string(), label: z.string() })),
});
export type ConsentDto = z.infer<typeof consentDto>;
