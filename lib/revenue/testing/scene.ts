import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { chargeLines, charges, disputes, payoutItems, payouts } from "#db/schema/payments.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import { recordSale } from "#lib/revenue/sales/record-sale.ts";

/** A merchant in a time zone, with one account at Stripe's sandbox. */
export async function openShop(timeZone = "UTC") {
  const ctx = await createTestMerchant();
  await db().update(merchants).set({ timeZone }).where(eq(merchants.id, ctx.merchantId));
  return toShop(ctx);
}

/** The account at Stripe's sandbox of a merchant that is there already. */
export function toShop(ctx: Ctx) {
  const { merchantId } = ctx;
  const accountId = `acct_${merchantId.slice(4)}`;
  const book: Book = { merchantId, book: "merchant", provider: "stripe", environment: "sandbox", accountId };
  return { ctx, merchantId, accountId, book };
}

export type Shop = ReturnType<typeof toShop>;

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
  { lines = [], ...charge }: NewCharge,
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
      createdAt: charge.paidAt,
      ...charge,
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

/** Money that moved in the shop's account, about one of its payments at the provider. */
export function movement(
  options: Parameters<typeof createMovement>[0] & { at: Date; paymentId?: string; objectId?: string },
): Movement {
  const { at, paymentId = null, objectId = paymentId, ...rest } = options;
  return { ...createMovement(rest), at, availableAt: at, paymentId, objectId };
}

/** A payment with the movement of it: 1.5 % and 25 are the provider's, a tenth of that tax, 4 % ours. */
export async function sell(shop: Shop, sale: NewCharge & { platformFee?: number; source?: string }) {
  const { platformFee = Math.floor(sale.amount * 0.04), source, ...charge } = sale;
  const ids = await addCharge(shop, charge);
  const provider = Math.floor(sale.amount * 0.015) + 25;
  const sourceId = source ?? `txn_${ids.id.slice(4)}`;
  await bookAll(shop.book, [
    movement({
      id: sourceId,
      kind: "payment",
      currency: sale.currency ?? "EUR",
      amount: sale.amount,
      fees: [
        { kind: "platform", amount: platformFee },
        { kind: "provider", amount: provider },
        { kind: "tax", amount: Math.floor(provider / 10) },
      ],
      at: sale.paidAt,
      paymentId: ids.chargeId,
    }),
  ]);
  return { ...ids, sourceId };
}

export async function addPayout(
  { merchantId, accountId }: Pick<Shop, "merchantId" | "accountId">,
  { items, ...payout }: Partial<typeof payouts.$inferInsert> & { amount: number; items?: readonly string[] },
): Promise<string> {
  const id = newId("pot");
  await db()
    .insert(payouts)
    .values({
      id,
      merchantId,
      provider: "stripe",
      environment: "sandbox",
      accountId,
      payoutId: `po_${id.slice(4)}`,
      currency: "EUR",
      status: "paid",
      providerStatus: "paid",
      isAutomatic: true,
      createdAt: new Date("2025-10-28T00:00:00Z"),
      arrivesAt: new Date("2025-10-29T00:00:00Z"),
      itemsReadAt: items ? new Date() : null,
      ...payout,
    });
  const rows = (items ?? []).map((sourceId) => ({ payoutId: id, sourceId, merchantId }));
  if (rows.length > 0) await db().insert(payoutItems).values(rows);
  return id;
}

export async function addDispute(
  { merchantId, accountId }: Pick<Shop, "merchantId" | "accountId">,
  dispute: Partial<typeof disputes.$inferInsert> & { amount: number },
): Promise<{ id: string; disputeId: string }> {
  const id = newId("dsp");
  const disputeId = `dp_${id.slice(4)}`;
  await db()
    .insert(disputes)
    .values({
      id,
      merchantId,
      provider: "stripe",
      environment: "sandbox",
      accountId,
      disputeId,
      currency: "EUR",
      status: "needs_response",
      providerStatus: "needs_response",
      openedAt: new Date("2025-10-27T00:00:00Z"),
      ...dispute,
    });
  return { id, disputeId };
}
