import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { feeDecisions, feePolicies } from "#db/schema/fees.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { decideFee } from "./decide-fee.ts";
import { findFeePolicy } from "./find-policy.ts";

async function openMerchant() {
  const { merchantId } = await createTestMerchant();
  const rule = async (
    basisPoints: number,
    options: { currency?: string; minimum?: number; validFrom?: string } = {},
  ) => {
    const { currency = null, minimum = 0, validFrom = "2026-01-01T00:00:00Z" } = options;
    const id = newId("pol");
    const row = { id, merchantId, currency, basisPoints, minimum, validFrom: new Date(validFrom) };
    await db()
      .insert(feePolicies)
      .values({ ...row, createdBy: "test" });
    return id;
  };
  const fee = async (amount: number, currency = "EUR", key = newId("req")) =>
    decideFee({ merchantId, key, amount, currency });
  return { merchantId, rule, fee };
}

describe("the rule that counts", () => {
  test("is 3 % where nobody has set one", async () => {
    const { fee } = await openMerchant();
    expect(await fee(3_150)).toMatchObject({ fee: 95, policyId: null });
  });

  test("is the merchant's own, the currency's before that of all, and of these the one that began last", async () => {
    const { rule, fee } = await openMerchant();
    await rule(200);
    const newer = await rule(400, { validFrom: "2026-02-01T00:00:00Z" });
    expect(await fee(5_000, "usd")).toMatchObject({ fee: 200, policyId: newer });
    const own = await rule(500, { currency: "EUR" });
    expect(await fee(5_000)).toMatchObject({ fee: 250, policyId: own });
    expect(await fee(5_000, "USD")).toMatchObject({ policyId: newer });
  });

  test("is everybody's where the merchant has none of their own", async () => {
    const { merchantId, rule } = await openMerchant();
    class Undo extends Error {}
    const found: unknown[] = [];
    const undone = db().transaction(async (tx) => {
      const id = newId("pol");
      const general = { id, merchantId: null, currency: "XAF", basisPoints: 350, validFrom: new Date(0) };
      await tx.insert(feePolicies).values({ ...general, createdBy: "test" });
      const asked = { merchantId, currency: "XAF", at: new Date() };
      found.push(await findFeePolicy(tx, asked));
      await rule(250);
      found.push(await findFeePolicy(tx, asked));
      // A rule is for good: other tests must not find this one.
      throw new Undo();
    });
    await expect(undone).rejects.toThrow(Undo);
    expect(found).toMatchObject([{ basisPoints: 350 }, { basisPoints: 250 }]);
  });

  test("is not one that begins later, nor another merchant's", async () => {
    const [{ fee, rule }, other] = [await openMerchant(), await openMerchant()];
    await rule(500, { validFrom: "2100-01-01T00:00:00Z" });
    await other.rule(400);
    expect(await fee(10_000)).toMatchObject({ fee: 300, policyId: null });
  });
});

describe("a fee that is decided", () => {
  test("stays, whatever the rule is by then, and keeps how it came about", async () => {
    const { merchantId, rule, fee } = await openMerchant();
    const first = await fee(5_000, "EUR", "key-1");
    await rule(500);
    expect(await fee(5_000, "EUR", "key-1")).toEqual(first);
    const [row] = await db().select().from(feeDecisions).where(eq(feeDecisions.merchantId, merchantId));
    expect(row?.arithmetic).toEqual({
      basisPoints: 300,
      minimum: 0,
      step: 1,
      share: 150,
      ceiling: 250,
      decidedBy: "share",
    });
  });

  test("is one, by however many at once it is asked for", async () => {
    const { merchantId, fee } = await openMerchant();
    const fees = await Promise.all(Array.from({ length: 20 }, () => fee(5_000, "EUR", "key-1")));
    expect(new Set(fees.map(({ fee: amount }) => amount))).toEqual(new Set([150]));
    const rows = await db().select().from(feeDecisions).where(eq(feeDecisions.merchantId, merchantId));
    expect(rows).toHaveLength(1);
  });

  test.each([
    [5_001, "EUR"],
    [5_000, "USD"],
  ])("is refused under its key to another payment: %i %s", async (amount, currency) => {
    const { fee } = await openMerchant();
    await fee(5_000, "EUR", "key-1");
    const failure = await fee(amount, currency, "key-1").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderError);
    expect(failure).toMatchObject({ kind: "conflict" });
  });
});

test.each([
  ["a rule", sql`UPDATE fee_policies SET basis_points = 200`],
  ["a decision", sql`UPDATE fee_decisions SET fee = 0`],
  ["a rule that is deleted", sql`DELETE FROM fee_policies`],
  ["a decision that is deleted", sql`DELETE FROM fee_decisions`],
  ["an emptied table of rules", sql`TRUNCATE fee_policies CASCADE`],
  ["an emptied table of decisions", sql`TRUNCATE fee_decisions CASCADE`],
])("the database refuses to change %s", async (_, statement) => {
  const { rule, fee } = await openMerchant();
  await rule(200);
  await fee(5_000);
  const error = await db()
    .execute(statement)
    .catch((refused: unknown) => refused);
  expect(error instanceof Error ? String(error.cause) : "").toMatch(
    /rows of fee_(policies|decisions) are never changed or deleted/,
  );
});

test.each([
  [100, 0, "EUR"],
  [600, 0, "EUR"],
  [300, -1, "EUR"],
  [300, 30, undefined],
])(
  "the database refuses a rule of %i basis points and a minimum of %i %s",
  async (basisPoints, minimum, currency) => {
    const { rule } = await openMerchant();
    await expect(rule(basisPoints, { minimum, ...(currency ? { currency } : {}) })).rejects.toThrow();
  },
);
