import { z } from "zod";
import { scopeSchema } from "#lib/auth/permissions.ts";

export const getAccountInput = z.strictObject({});

/** Whom a key speaks for: what Zapier shows as the name of a connection. */
export const accountDto = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  keyName: z.string().nullable().describe("null for a signed-in person"),
  permissions: z.array(scopeSchema),
});
