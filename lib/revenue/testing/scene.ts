import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import type { Movement } from "#lib/providers/movement.ts";
import { recordSale } from "#lib/revenue/sales/record-sale.ts";

/** A merchant in a time zone, with one account at Stripe's sandbox. */
export async function openShop(timeZone = "UTC") {
  const ctx = await createTestMerchant();
  const { merchantId } = ctx;
  await db().update(merchants).set({ timeZone }).where(eq(merchants.id, merchantId));
  const accountId = `acct_${merchantId.slice(4)}`;
  const book: Book = { merchantId, book: "merchant", provider: "stripe", environment: "sandbox", accountId };
  return { ctx, merchantId, accountId, book };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

export const bookAll = (book: Book, movements: readonly Movement[]) =>
  db().transaction((tx) => bookMovements(tx, book, movements));

type NewCharge = Partial<typeof charges.$inferInsert> & {
  amount: number;
  paidAt: Date;
  lines?: readonly { name: string; quantity: number; amount: number; sku?: string }[];
};

/** A payment that succeeded, counted in reports. @returns our id, and the provider's */
export async function addCharge(
  { merchantId, accountId }: Pick<Shop, "merchantId" | "accountId">,
  { lines = [], ...given }: NewCharge,
): Promise<{ id: string; chargeId: string }> {
  const id = newId("chg");
  const chargeId = `ch_${id.slice(4)}`;
  await db().transaction(async (tx) => {
    await tx.insert(charges).values({
      id,
      merchantId,
      provider: "stripe",
      environment: "sandbox",
      accountId,
      origin: "request",
      currency: "EUR",
      status: "succeeded",
      chargeId,
      createdAt: given.paidAt,
      ...given,
    });
    if (lines.length > 0) {
      await tx
        .insert(chargeLines)
        .values(lines.map((line, position) => ({ chargeId: id, position, merchantId, ...line })));
    }
    await recordSale(tx, id);
  });
  return { id, chargeId };
}
