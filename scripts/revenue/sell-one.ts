import { db } from "#db/client.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { recordSale } from "#lib/revenue/sales/record-sale.ts";

/** A merchant with an account at a provider. */
export async function openShop(): Promise<Book> {
  const merchantId = newId("mer");
  await db().insert(merchants).values({ id: merchantId, name: "Booking" });
  const place = { provider: "stripe", environment: "live", accountId: newId("sbx") } as const;
  return { merchantId, book: "merchant", ...place };
}

/**
 * Books a sale of two products, ordered by a code at a table, in one transaction: its payment, its journal with five
 * entries, and what both count for. @returns how long that took, in ms
 */
export async function sellOne({ book, ...place }: Book): Promise<number> {
  const [id, chargeId] = [newId("chg"), newId("sbx")];
  const { merchantId } = place;
  const now = new Date();
  const fees = (["platform", "provider", "tax"] as const).map((kind) => ({ kind, amount: 40 }));
  const paid = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount: 5_000, fees });
  const lines = ["Soup", "Cake"].map((name, position) => ({ name, position, quantity: 1, amount: 2_500 }));
  const startedAt = performance.now();
  await db().transaction(async (tx) => {
    await tx.insert(charges).values({
      id,
      ...place,
      origin: "provider",
      amount: 5_000,
      currency: "EUR",
      fee: 200,
      status: "succeeded",
      providerStatus: "succeeded",
      chargeId,
      qrCodeId: "qr_table_12",
      tableNumber: "12",
      orderId: id,
      paidAt: now,
    });
    await tx.insert(chargeLines).values(lines.map((line) => ({ ...line, chargeId: id, merchantId })));
    await recordSale(tx, id);
    await bookMovements(tx, { ...place, book }, [
      { ...paid, at: now, availableAt: now, paymentId: chargeId, objectId: chargeId },
    ]);
  });
  return performance.now() - startedAt;
}
