import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { merchants, operators, users } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { OperatorCtx } from "#lib/auth/operator.ts";
import { newId } from "#lib/ids.ts";

/** An operator of a test's own, who is a member of no merchant. */
export async function createTestOperator(): Promise<OperatorCtx> {
  const operatorId = newId("usr");
  await db()
    .insert(users)
    .values({ id: operatorId, email: `${operatorId}@example.com`, name: "Olga", passwordHash: "none" });
  await db().insert(operators).values({ userId: operatorId, createdBy: "test" });
  return { operatorId, requestId: newId("req"), locale: "en" };
}

type Amounts = Partial<typeof revenueQuarters.$inferInsert>;

/**
 * A merchant whose money is in a currency that no other test has: what is read over all merchants is then this test's.
 * @param signedUp when the merchant signed up
 */
export async function openSeller(currency: string, signedUp: string) {
  const { merchantId } = await createTestMerchant();
  const createdAt = new Date(signedUp);
  await db()
    .update(merchants)
    .set({ createdAt, name: `Seller ${merchantId}` })
    .where(eq(merchants.id, merchantId));
  const scope = { environment: "live", currency, provider: "stripe" } as const;
  /** Adds what happened in a quarter of an hour. */
  const book = async (at: string, amounts: Amounts) => {
    const row = { merchantId, ...scope, book: "merchant", quarterAt: new Date(at), ...amounts } as const;
    await db().insert(revenueQuarters).values(row);
  };
  /** Takes a payment whose fee was decided. */
  const pay = async (
    at: string,
    amount: number,
    fee: number | null,
    change: Partial<typeof charges.$inferInsert> = {},
  ) => {
    const paidAt = new Date(at);
    const own = { id: newId("chg"), merchantId, accountId: `acct_${merchantId}`, origin: "request" } as const;
    await db()
      .insert(charges)
      .values({ ...own, ...scope, amount, fee, status: "succeeded", paidAt, createdAt: paidAt, ...change });
  };
  return { merchantId, book, pay };
}
