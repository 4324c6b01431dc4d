import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";

/** A payment that nobody made: for tests that ask no app. @returns its id */
export async function makeUpCharge(
  merchantId: string,
  over: Partial<typeof charges.$inferInsert> = {},
): Promise<string> {
  const id = newId("chg");
  await db()
    .insert(charges)
    .values({
      id,
      merchantId,
      provider: "stripe",
      environment: "sandbox",
      accountId: newId("sbx"),
      origin: "request",
      mode: "saved",
      amount: 5_000,
      currency: "EUR",
      fee: 200,
      status: "succeeded",
      providerStatus: "succeeded",
      chargeId: newId("sbx"),
      paidAt: new Date(),
      ...over,
    });
  return id;
}
