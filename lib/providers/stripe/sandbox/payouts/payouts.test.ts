import { afterAll, beforeEach, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../../provider.ts";

const started: StripeScene[] = [];
let scene: StripeScene;
beforeEach(async () => {
  scene = await startStripeScene(stripe);
  started.push(scene);
  await scene.command("move-clock", { to: "2026-06-01T10:00:00Z", stop: true });
  await scene.command("pay-out");
});
afterAll(async () => {
  for (const one of started) await one.shop.stop();
});

const newest = async () => (await scene.client.payouts.list({ limit: 1 }, scene.options)).data[0];
const available = async (currency = "eur") =>
  (await scene.client.balance.retrieve({}, scene.options)).available.find((one) => one.currency === currency)
    ?.amount;

test("what came in is pending for two days, goes out on its own, and is itemised before it arrives", async () => {
  const charge = await scene.charge({ application_fee_amount: 200 });
  const [sold] = (await scene.client.balanceTransactions.list({ source: charge.id }, scene.options)).data;
  expect(sold).toMatchObject({
    amount: 5_000,
    fee: 300,
    net: 4_700,
    status: "pending",
    fee_details: [
      { type: "application_fee", amount: 200 },
      { type: "stripe_fee", amount: 100 },
    ],
    available_on: Date.parse("2026-06-03T00:00:00Z") / 1_000,
  });
  expect(await available()).toBe(0);
  await scene.command("move-clock", { to: "2026-06-02T23:59:59Z" });
  expect(await available()).toBe(0);
  await scene.command("move-clock", { to: "2026-06-03T00:30:00Z" });
  const payout = await newest();
  expect(payout).toMatchObject({
    amount: 4_700,
    automatic: true,
    status: "in_transit",
    reconciliation_status: "in_progress",
  });
  expect(await available()).toBe(0);
  await scene.command("move-clock", { to: "2026-06-03T02:00:00Z" });
  expect(await newest()).toMatchObject({ status: "in_transit", reconciliation_status: "completed" });
  const items = await scene.client.balanceTransactions.list({ payout: payout?.id ?? "" }, scene.options);
  expect(items.data.map(({ type, net }) => [type, net])).toEqual([
    ["payout", -4_700],
    ["charge", 4_700],
  ]);
  await scene.command("move-clock", { to: "2026-06-04T00:00:01Z" });
  expect(await newest()).toMatchObject({ id: payout?.id, status: "paid" });
});

test("one that came back after it was paid goes out again with the next", async () => {
  await scene.charge({ payment_method: "pm_card_bypassPending" });
  await scene.command("move-clock", { days: 2 });
  const payout = await newest();
  expect(payout).toMatchObject({ status: "paid", amount: 4_900 });
  await scene.command("fail-payout", { payout: payout?.id });
  const failed = await newest();
  expect(failed).toMatchObject({ status: "failed", failure_code: "account_closed" });
  const back = await scene.client.balanceTransactions.retrieve(
    String(failed?.failure_balance_transaction),
    {},
    scene.options,
  );
  expect(back).toMatchObject({ type: "payout_failure", amount: 4_900, source: payout?.id });
  expect(await available()).toBe(4_900);
  await scene.command("move-clock", { days: 2 });
  expect(await newest()).toMatchObject({ status: "paid", amount: 4_900 });
  expect((await newest())?.id).not.toBe(payout?.id);
});

test("an account that pays out by hand takes what it has, and no more", async () => {
  await scene.command("change-terms", { payouts: "manual" });
  await scene.charge({ payment_method: "pm_card_bypassPending" });
  const take = (amount: number) => scene.client.payouts.create({ amount, currency: "eur" }, scene.options);
  await expect(take(4_901)).rejects.toMatchObject({ code: "balance_insufficient" });
  const first = await take(4_000);
  expect(first).toMatchObject({
    automatic: false,
    status: "pending",
    reconciliation_status: "not_applicable",
  });
  expect(await available()).toBe(900);
  const second = await take(900);
  expect(await scene.client.payouts.cancel(second.id, {}, scene.options)).toMatchObject({
    status: "canceled",
  });
  expect(await available()).toBe(900);
  await scene.command("move-clock", { days: 3 });
  expect(await scene.client.payouts.retrieve(first.id, {}, scene.options)).toMatchObject({ status: "paid" });
  await expect(scene.client.payouts.cancel(first.id, {}, scene.options)).rejects.toMatchObject({
    code: "payout_not_cancelable",
  });
});

test("an account with two bank accounts has a payout for each currency, and the rest is converted", async () => {
  await scene.command("change-terms", { settles: ["jpy"], rates: { gbp: 1.32, eur: 1.1 } });
  await scene.charge({ amount: 3_000, currency: "jpy", payment_method: "pm_card_bypassPending" });
  const pounds = await scene.charge({
    amount: 1_000,
    currency: "gbp",
    payment_method: "pm_card_bypassPending",
  });
  const [converted] = (await scene.client.balanceTransactions.list({ source: pounds.id }, scene.options))
    .data;
  expect(converted).toMatchObject({ amount: 1_200, currency: "eur", exchange_rate: 1.2 });
  await scene.command("move-clock", { days: 1 });
  const { data } = await scene.client.payouts.list({}, scene.options);
  expect(
    data
      .slice(0, 2)
      .map(({ currency, amount }) => [currency, amount])
      .toSorted(),
  ).toEqual([
    ["eur", 1_157],
    ["jpy", 2_892],
  ]);
});
