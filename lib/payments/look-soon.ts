import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import type { ChargedAccount } from "./account.ts";

const open = ["unknown", "waiting", "processing"] as const;

/**
 * Has a payment looked up at once that was asked for here and has not ended, as a message says that something happened to
 * it: its page may be over, which no charge tells of. Wake the looks (`wakeLooks`) once it is committed.
 * @param id of a session, a payment or a charge, at the provider
 */
export async function lookSoon(
  tx: Tx,
  { merchantId, provider, environment, accountId }: Omit<ChargedAccount, "integrationId">,
  id: string,
): Promise<void> {
  await tx
    .update(charges)
    .set({ lookDueAt: new Date() })
    .where(
      and(
        eq(charges.merchantId, merchantId),
        eq(charges.provider, provider),
        eq(charges.environment, environment),
        eq(charges.accountId, accountId),
        inArray(charges.status, open),
        or(eq(charges.sessionId, id), eq(charges.paymentId, id), eq(charges.chargeId, id)),
      ),
    );
}
