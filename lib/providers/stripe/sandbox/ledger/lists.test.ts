import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../../provider.ts";
import { createTransaction, listLabels } from "./transaction.ts";

const started: StripeScene[] = [];
let scene: StripeScene;
async function start(): Promise<StripeScene> {
  const one = await startStripeScene(stripe);
  started.push(one);
  return one;
}
beforeAll(async () => {
  scene = await start();
});
afterAll(async () => {
  for (const one of started) await one.shop.stop();
});

describe("a list", () => {
  const made: Stripe.Charge[] = [];
  beforeAll(async () => {
    await scene.command("move-clock", { to: "2026-06-01T10:00:00Z", stop: true });
    for (let number = 0; number < 7; number += 1) {
      made.unshift(await scene.charge({ application_fee_amount: 200 }));
      if (number % 2 === 1) await scene.command("move-clock", { seconds: 60 });
    }
  });

  test("is gone through by the SDK page by page, newest first, each once", async () => {
    const seen: string[] = [];
    for await (const charge of scene.client.charges.list({ limit: 3 }, scene.options)) seen.push(charge.id);
    expect(seen.slice(0, 7)).toEqual(made.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("goes back as well as on", async () => {
    const [first, second, third] = made;
    const ids = async (query: Stripe.ChargeListParams) =>
      (await scene.client.charges.list({ limit: 2, ...query }, scene.options)).data.map(({ id }) => id);
    expect(await ids({ starting_after: first?.id ?? "" })).toEqual([second?.id, third?.id]);
    expect(await ids({ ending_before: third?.id ?? "" })).toEqual([first?.id, second?.id]);
    await expect(ids({ starting_after: "ch_none" })).rejects.toMatchObject({
      code: "resource_missing",
      param: "starting_after",
    });
  });

  test("can be of a span of time", async () => {
    const at = Date.parse("2026-06-01T10:01:00Z") / 1_000;
    const count = async (created: Stripe.RangeQueryParam | number) =>
      (await scene.client.charges.list({ limit: 100, created }, scene.options)).data.length;
    expect(await count(at)).toBe(2);
    expect(await count({ gte: at, lt: at + 60 })).toBe(2);
    expect(await count({ gt: at, lte: at + 120 })).toBe(3);
  });

  test("holds what it is asked to expand", async () => {
    const { data } = await scene.client.charges.list(
      { limit: 2, expand: ["data.balance_transaction", "data.payment_intent.latest_charge"] },
      scene.options,
    );
    expect(data).toHaveLength(2);
    for (const charge of data) {
      expect(charge.balance_transaction).toMatchObject({ object: "balance_transaction", source: charge.id });
      expect(charge.payment_intent).toMatchObject({ latest_charge: { id: charge.id } });
    }
    const moved = await scene.client.balanceTransactions.list(
      { limit: 1, type: "charge", expand: ["data.source"] },
      scene.options,
    );
    expect(moved.data[0]?.source).toMatchObject({ object: "charge", id: made[0]?.id });
    await expect(scene.client.charges.list({ expand: ["data.colour"] }, scene.options)).rejects.toMatchObject(
      {
        statusCode: 400,
        param: "expand",
      },
    );
  });

  test("of fees is the platform's, over all accounts", async () => {
    const other = await start();
    await other.charge({ application_fee_amount: 100 });
    const seen = new Set<string>();
    for await (const fee of scene.client.applicationFees.list({
      limit: 100,
      expand: ["data.balance_transaction"],
    })) {
      seen.add(String(fee.account));
      expect(fee.balance_transaction).toMatchObject({
        type: "application_fee",
        source: fee.id,
        currency: "usd",
      });
    }
    expect(seen).toContain(scene.shop.account.externalId);
    expect(seen).toContain(other.shop.account.externalId);
  });
});

test("ten thousand transactions are gone through by pages of a few milliseconds", async () => {
  const rich = await start();
  const first = Date.parse("2026-01-01T00:00:00Z") / 1_000;
  const objects = Array.from({ length: 10_000 }, (_, index) => {
    const common = {
      type: index % 3 === 0 ? "refund" : "charge",
      category: "charge",
      source: `ch_many${index}`,
    };
    const at = first + index;
    const data = createTransaction({ ...common, amount: 100, currency: "eur", created: at, availableOn: at });
    return { kind: "balance_transaction", id: data.id, data, place: { at, labels: listLabels(data) } };
  });
  await rich.shop.context.store.putAll(objects);
  const before = performance.now();
  let count = 0;
  for await (const one of rich.client.balanceTransactions.list({ limit: 100, type: "charge" }, rich.options))
    count += one.source?.toString().startsWith("ch_many") ? 1 : 0;
  const perPage = (performance.now() - before) / (count / 100);
  expect(count).toBe(6_666);
  const [one] = (await rich.client.balanceTransactions.list({ source: "ch_many77" }, rich.options)).data;
  expect(one?.source).toBe("ch_many77");
  const { available } = await rich.client.balance.retrieve({}, rich.options);
  expect(available.find(({ currency }) => currency === "eur")?.amount).toBeGreaterThan(1_000_000);
  // Generous, as the machine may be busy: reading all rows for each page takes many times as long.
  expect(perPage).toBeLessThan(250);
}, 60_000);
