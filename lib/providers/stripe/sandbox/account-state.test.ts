import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../provider.ts";

let scene: StripeScene;
beforeAll(async () => {
  scene = await startStripeScene(stripe);
});
afterAll(() => scene.shop.stop());

const account = () => scene.client.accounts.retrieve(scene.shop.account.externalId);

describe("an account", () => {
  test.each(["inactive", "pending"])("whose card payments are %s takes none", async (cardPayments) => {
    await scene.command("change-capability", { cardPayments });
    expect(await account()).toMatchObject({
      charges_enabled: false,
      capabilities: { card_payments: cardPayments },
    });
    const { data } = await scene.client.accounts.listCapabilities(scene.shop.account.externalId);
    expect(data).toMatchObject([{ id: "card_payments", status: cardPayments }]);
    await expect(scene.charge()).rejects.toMatchObject({
      message: "Your account cannot currently make charges.",
    });
    await scene.command("change-capability");
    await expect(scene.charge()).resolves.toMatchObject({ status: "succeeded" });
  });

  test("says what is due and until when", async () => {
    await scene.command("ask-for-document");
    const { requirements, charges_enabled } = await account();
    expect(charges_enabled).toBe(true);
    expect(requirements?.currently_due).toHaveLength(1);
    expect(requirements?.current_deadline).toBeGreaterThan(Date.now() / 1_000);
    await scene.command("complete-verification");
    expect((await account()).requirements).toMatchObject({ currently_due: [], current_deadline: null });
  });

  test.each([
    ["isk", 10_050, "amount"],
    ["ugx", 10_001, "amount"],
    ["kwd", 5_123, "amount"],
    ["jpy", 49, "amount"],
    ["xxx", 5_000, "currency"],
  ])("does not charge in %s what is no amount of it", async (currency, amount, param) => {
    await expect(scene.charge({ currency, amount })).rejects.toMatchObject({ statusCode: 400, param });
  });

  test("takes no fee that is no amount of the currency", async () => {
    const charge = scene.charge({ currency: "isk", amount: 10_000, application_fee_amount: 250 });
    await expect(charge).rejects.toMatchObject({ statusCode: 400, param: "application_fee_amount" });
  });
});

describe("commands", () => {
  test("refuse what they do not take", async () => {
    await expect(scene.command("move-clock", { minutes: 3 })).rejects.toThrow();
    await expect(scene.command("change-terms", { taxBasisPoints: -1 })).rejects.toThrow();
  });

  test("move the clock and let it run on, or stand still", async () => {
    await scene.command("move-clock", { to: "2026-06-01T10:00:00Z", stop: true });
    const first = await scene.charge();
    const second = await scene.charge();
    expect([first.created, second.created]).toEqual(
      Array(2).fill(Date.parse("2026-06-01T10:00:00Z") / 1_000),
    );
    await scene.command("move-clock", { to: "now", stop: false });
    expect(Math.abs((await scene.charge()).created - Date.now() / 1_000)).toBeLessThan(60);
  });
});

test("a key is kept for a day of the account's clock, with its answer", async () => {
  const make = () =>
    scene.client.paymentIntents.create(
      { amount: 5_000, currency: "eur" },
      { ...scene.options, idempotencyKey: "kept" },
    );
  const first = await make();
  await scene.command("move-clock", { seconds: 23 * 3_600 });
  expect((await make()).id).toBe(first.id);
  await scene.command("move-clock", { seconds: 2 * 3_600 });
  expect((await make()).id).not.toBe(first.id);
});
