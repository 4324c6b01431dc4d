import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ProviderError } from "../contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { stripe } from "./provider.ts";
import { commands } from "./sandbox/commands.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(stripe, { settings: ({ externalId }) => ({ accountId: externalId }) });
});
afterAll(() => shop.stop());

const { example } = stripe.actions["create-charge"];
const record = z.record(z.string(), z.unknown());

const charge = (over: Record<string, unknown> = {}, idempotencyKey?: string) =>
  shop.run("create-charge", { ...example, ...over }, idempotencyKey === undefined ? {} : { idempotencyKey });
const stored = async (kind: string) => (await shop.context.store.list(kind, record)).map(({ data }) => data);
const catchFailure = (run: Promise<unknown>): Promise<ProviderError> =>
  run.then(
    () => Promise.reject(new Error("It worked.")),
    (error: ProviderError) => error,
  );

/** So much later, Stripe has dropped the keys of what was made before. */
async function age(hours: number): Promise<void> {
  await commands["move-clock"]?.run(shop.context, { seconds: hours * 3_600 });
}

describe("a charge", () => {
  test("is paid into the account, and the fee of 3 % goes to the platform", async () => {
    const output = await charge();
    expect(output).toMatchObject({ status: "succeeded", amount: 3_150, currency: "EUR", platformFee: 95 });
    expect(output.summary).toBe("€31.50 was paid; the platform's fee is €0.95.");
    const made = (await stored("charge")).find(({ id }) => id === output.chargeId);
    expect(made).toMatchObject({ amount: 3_150, feeAmount: 95, description: "Table 7, order 1042" });
    expect(await stored("application_fee")).toContainEqual(
      expect.objectContaining({ charge: output.chargeId, amount: 95 }),
    );
  });

  test("takes no share that a merchant names: the fee is the platform's rule", async () => {
    const input = { ...example, platformFeeBasisPoints: 200 };
    expect(stripe.actions["create-charge"].input.safeParse(input).success).toBe(false);
  });

  test("is made once, also when our repetition comes after Stripe forgot the key", async () => {
    const first = await charge({}, "forgotten");
    await age(30);
    expect(await charge({}, "forgotten")).toEqual(first);
    const made = (await stored("payment_intent")).filter(({ id }) => id === first.paymentId);
    expect(made).toHaveLength(1);
  });

  test("under a key that was used for another one is refused, and not made", async () => {
    await charge({}, "taken");
    const before = (await stored("charge")).length;
    const failure = await catchFailure(charge({ amount: 4_000 }, "taken"));
    expect(failure.kind).toBe("conflict");
    expect(await stored("charge")).toHaveLength(before);
  });

  test("in a currency that Stripe counts in tens has a fee in tens", async () => {
    expect(await charge({ amount: 5_120, currency: "kwd" })).toMatchObject({ platformFee: 150 });
    const failure = await catchFailure(charge({ amount: 5_123, currency: "kwd" }));
    expect(failure).toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("last digit is 0"),
    });
  });

  test.each([
    ["pm_card_visa_chargeDeclined", /^The bank declined the card/],
    ["pm_card_chargeDeclined", /^The bank declined the card/],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", /not enough money/],
    ["pm_card_visa_chargeDeclinedStolenCard", /^The bank declined the card/],
    ["pm_card_chargeDeclinedExpiredCard", /has expired/],
    ["pm_card_authenticationRequired", /confirm the payment themselves/],
  ])("of %s fails in words, the same when it is repeated, and takes no fee", async (paymentMethod, words) => {
    const fees = (await stored("application_fee")).length;
    const failure = await catchFailure(charge({ paymentMethod }, paymentMethod));
    expect(failure.kind).toBe("invalid_input");
    expect(failure.message).toMatch(words);
    expect((await catchFailure(charge({ paymentMethod }, paymentMethod))).message).toBe(failure.message);
    await age(30);
    expect((await catchFailure(charge({ paymentMethod }, paymentMethod))).message).toBe(failure.message);
    expect(await stored("application_fee")).toHaveLength(fees);
  });

  test.each([
    [{ paymentMethod: "pm_nobodys" }, "not_found"],
    [{ amount: 20 }, "invalid_input"],
    [{ currency: "XXX" }, "invalid_input"],
  ] as const)("with %j is refused as %s", async (over, kind) => {
    expect(await catchFailure(charge(over))).toMatchObject({ kind });
  });
});

describe("a refund", () => {
  const refund = (input: Record<string, unknown>, idempotencyKey?: string) =>
    shop.run("refund-charge", input, idempotencyKey === undefined ? {} : { idempotencyKey });
  const findFee = async (chargeId: unknown) =>
    (await stored("application_fee")).find((fee) => fee.charge === chargeId);

  test("gives back as large a part of the fee as of the charge, and all of it in the end", async () => {
    const { chargeId } = await charge();
    const part = await refund({ charge: chargeId, amount: 1_000 });
    expect(part).toMatchObject({ status: "succeeded", amount: 1_000, currency: "EUR", isFeeReturned: true });
    expect(await findFee(chargeId)).toMatchObject({ amount: 95, amountRefunded: 30 });
    expect(await refund({ charge: chargeId })).toMatchObject({ amount: 2_150 });
    expect(await findFee(chargeId)).toMatchObject({ amountRefunded: 95 });
    expect(await catchFailure(refund({ charge: chargeId }))).toMatchObject({ kind: "conflict" });
  });

  test("of more than is left says how much that is", async () => {
    const { chargeId } = await charge();
    await refund({ charge: chargeId, amount: 3_000 });
    const failure = await catchFailure(refund({ charge: chargeId, amount: 200 }));
    expect(failure).toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("€1.50 is left"),
    });
  });

  test("is made once, also when our repetition comes after Stripe forgot the key", async () => {
    const { chargeId } = await charge();
    const first = await refund({ charge: chargeId, amount: 1_000 }, "refund-forgotten");
    await age(30);
    expect(await refund({ charge: chargeId, amount: 1_000 }, "refund-forgotten")).toEqual(first);
    expect((await stored("refund")).filter((one) => one.charge === chargeId)).toHaveLength(1);
  });

  test("in full that was made before is found again, though nothing is left", async () => {
    const { chargeId } = await charge();
    const first = await refund({ charge: chargeId }, "refund-in-full");
    expect(await refund({ charge: chargeId }, "refund-in-full")).toEqual(first);
  });

  test("of a charge without a fee asks for none back", async () => {
    const { chargeId } = await charge({ amount: 50, currency: "usd" });
    const { store } = shop.context;
    const kept = await store.get("charge", String(chargeId), record);
    await store.put("charge", String(chargeId), { ...kept, fee: null, feeAmount: null });
    expect(await refund({ charge: chargeId })).toMatchObject({ amount: 50, isFeeReturned: false });
  });

  test("of a charge that is not there, or of another kind of id, is refused", async () => {
    expect(await catchFailure(refund({ charge: "ch_nobodys" }))).toMatchObject({ kind: "not_found" });
    expect(stripe.actions["refund-charge"].input.safeParse({ charge: "pi_1" }).success).toBe(false);
  });
});

describe("the charges", () => {
  test("can be chosen from page by page, each once", async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await stripe.resources.charges.list(shop.call(), { cursor, limit: 3 });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toHaveLength((await stored("charge")).length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("say what was paid, refunded or declined", async () => {
    const { charges } = z
      .object({ charges: z.array(z.object({ chargeId: z.string(), status: z.string() })) })
      .parse(await shop.run("list-charges", { limit: 100 }));
    const findStatus = (id: string) => charges.find(({ chargeId }) => chargeId === id)?.status;
    expect(findStatus("ch_3Rt7PizzaTable7A")).toBe("paid");
    expect(findStatus("ch_3Rt7TiramisuTable2A")).toBe("refunded");
    expect(findStatus("ch_3Rt7WineTable9A")).toBe("€24.00 refunded");
    expect(charges.map(({ status }) => status)).toContain("failed");
  });
});

test("what a refund of the rest will move is what is left, in the currency of the charge", async () => {
  const { chargeId } = await charge({ amount: 4_000 });
  const refund = stripe.actions["refund-charge"];
  const ask = (over: object = {}) => refund.lookUpAmount?.(shop.call(), { charge: chargeId, ...over });
  expect(await ask()).toMatchObject({ minor: 4_000 });
  await shop.run("refund-charge", { charge: chargeId, amount: 1_500 });
  const left = await ask();
  expect(left).toEqual({ minor: 2_500, currency: expect.stringMatching(/^eur$/i) });
  expect(await ask({ amount: 700 })).toMatchObject({ minor: 700 });
  expect(await shop.run("refund-charge", { charge: chargeId })).toMatchObject({ amount: left?.minor });
});
