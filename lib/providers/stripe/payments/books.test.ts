import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "../../testing/stripe-scene.ts";
import { stripe } from "../provider.ts";
import { readRefundState } from "../refund.ts";
import { books } from "./books.ts";
import { readDisputeState } from "./dispute-state.ts";
import { readPayoutState } from "./payout-state.ts";

let scene: StripeScene;
beforeAll(async () => {
  scene = await startStripeScene(stripe);
});
afterAll(() => scene.shop.stop());

const all = { since: null, cursor: null };

test("a movement comes with the payment that it is of, also where a fee went back long after", async () => {
  await scene.command("change-terms", { feeRefundAs: "adjustment" });
  const charge = await scene.charge({ amount: 5_000, application_fee_amount: 200 });
  await scene.client.refunds.create(
    { charge: charge.id, amount: 2_500, refund_application_fee: true },
    scene.options,
  );
  const { items, unread } = await books.movements(scene.shop.call(), all);
  expect(unread).toEqual([]);
  const own = items.filter(({ movement }) => movement.paymentId === charge.id);
  expect(own.map(({ movement }) => [movement.kind, movement.net]).toSorted()).toEqual([
    ["payment", 4_700],
    ["platform_fee", 100],
    ["refund", -2_500],
  ]);
  expect(own.flatMap(({ object }) => object?.kind ?? []).toSorted()).toEqual(["payment", "refund"]);
});

test("a list goes on page by page and misses nothing", async () => {
  const first = await books.movements(scene.shop.call(), all);
  expect(first.next).toBeNull();
  const [newest] = first.items;
  const rest = await books.movements(scene.shop.call(), { since: null, cursor: newest?.movement.id ?? "" });
  expect(rest.items.map(({ movement }) => movement.id)).toEqual(
    first.items.slice(1).map(({ movement }) => movement.id),
  );
});

test("each kind of object is fetched by its id, and what is not there is nothing", async () => {
  const charge = await scene.charge({ metadata: { patchbay_key: "chg_1", order_id: "ord_7" } });
  const payment = await books.object(scene.shop.call(), "payment", String(charge.payment_intent));
  expect(payment).toMatchObject({
    kind: "payment",
    state: { status: "succeeded", chargeId: charge.id, mark: "chg_1", orderId: "ord_7" },
  });
  await scene.command("dispute-newest-charge", { charge: charge.id, isInquiry: true });
  const [dispute] = (await books.objects(scene.shop.call(), { ...all, kind: "dispute" })).items;
  if (dispute?.kind !== "dispute") throw new Error("No dispute is listed.");
  expect(dispute.state).toMatchObject({ isInquiry: true, status: "needs_response", chargeId: charge.id });
  expect(dispute.state.evidenceUrl).toMatch(
    /^https:\/\/dashboard\.stripe\.com\/acct_\w+\/test\/disputes\/du/,
  );
  const again = await books.object(scene.shop.call(), "dispute", dispute.state.disputeId);
  expect(again).toEqual(dispute);
  for (const [kind, id] of [
    ["payment", "ch_none"],
    ["refund", "re_none"],
    ["dispute", "du_none"],
    ["payout", "po_none"],
  ] as const) {
    expect(await books.object(scene.shop.call(), kind, id)).toBeNull();
  }
});

test("an automatic payout is the sum of its items", async () => {
  await scene.charge({ payment_method: "pm_card_bypassPending", amount: 9_000 });
  await scene.command("pay-out");
  const [payout] = (await books.objects(scene.shop.call(), { ...all, kind: "payout" })).items;
  if (payout?.kind !== "payout") throw new Error("No payout is listed.");
  expect(payout.state).toMatchObject({ isAutomatic: true, isItemised: true, status: "paid", isFinal: false });
  const { payoutId, amount } = payout.state;
  const { items } = await books.payoutItems(scene.shop.call(), { payoutId, cursor: null });
  expect(items.reduce((sum, { net }) => sum + net, 0)).toBe(amount);
  expect(items.map(({ kind }) => kind)).not.toContain("payout");
});

test("the platform's movements tell what was charged apart from what it got", async () => {
  const sent = { amount: 8_000, currency: "eur", application_fee_amount: 320 };
  const charge = await scene.charge(sent);
  const { items } = await books.platform.movements(scene.shop.call(), all);
  const own = items.find(({ movement }) => movement.paymentId === charge.id);
  expect(own?.fee).toMatchObject({
    accountId: scene.shop.account.externalId,
    chargeId: charge.id,
    amount: 320,
  });
  expect(own?.movement).toMatchObject({
    kind: "platform_fee",
    currency: "USD",
    charged: { amount: 320, currency: "EUR" },
  });
  const fees = await books.platform.fees(scene.shop.call(), all);
  expect(fees.items.find(({ chargeId }) => chargeId === charge.id)).toMatchObject({
    amount: 320,
    currency: "EUR",
    refunded: 0,
  });
  expect(await books.platform.accountId(scene.shop.call())).toMatch(/^acct_/);
});

describe("what Stripe comes to say in words that nobody knows is no fault", () => {
  const dispute = { id: "du_1", amount: 1, currency: "eur", charge: "ch_1", created: 1, reason: "x" };
  test.each([
    ["needs_response", "needs_response"],
    ["warning_needs_response", "needs_response"],
    ["appeal_needs_response", "needs_response"],
    ["under_review", "under_review"],
    ["warning_under_review", "under_review"],
    ["appeal_under_review", "under_review"],
    ["warning_closed", "closed"],
    ["won", "won"],
    ["lost", "lost"],
    ["prevented", "prevented"],
    ["handed_to_the_moon", "unknown"],
    ["constructor", "unknown"],
  ])("a dispute that is %s stands as %s", (status, stand) => {
    expect(readDisputeState({ ...dispute, status }, "https://d")).toMatchObject({
      status: stand,
      providerStatus: status,
    });
  });

  const payout = { id: "po_1", amount: 1, currency: "eur", arrival_date: 1, created: 1, automatic: true };
  test.each([
    ["paid", "paid"],
    ["in_transit", "in_transit"],
    ["on_the_moon", "unknown"],
  ])("a payout that is %s stands as %s", (status, stand) => {
    expect(readPayoutState({ ...payout, status }, new Date(0)).status).toBe(stand);
  });

  test("a payout is final days after it has arrived, not when it is said to have", () => {
    const at = (days: number) =>
      readPayoutState({ ...payout, status: "paid", arrival_date: 0 }, new Date(days * 86_400_000)).isFinal;
    expect([at(0), at(6), at(11)]).toEqual([false, false, true]);
  });

  test("a refund has not ended", () => {
    const refund = { id: "re_1", amount: 1, currency: "eur", charge: "ch_1", created: 1, status: "orbiting" };
    expect(readRefundState(refund)).toMatchObject({ status: "pending", providerStatus: "orbiting" });
    expect(readRefundState({ ...refund, charge: null })).toBeNull();
  });
});
