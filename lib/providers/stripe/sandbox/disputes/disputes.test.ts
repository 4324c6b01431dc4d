import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../../provider.ts";

let scene: StripeScene;
beforeAll(async () => {
  scene = await startStripeScene(stripe);
});
afterAll(() => scene.shop.stop());

async function dispute(card: string, amount = 4_200) {
  const charge = await scene.charge({ amount, payment_method: card });
  const { data } = await scene.client.disputes.list({ charge: charge.id }, scene.options);
  const [found] = data;
  if (!found) throw new Error("There is no dispute.");
  return { charge, found };
}
const look = (id: string) => scene.client.disputes.retrieve(id, {}, scene.options);
const answer = (id: string, uncategorized_text: string) =>
  scene.client.disputes.update(id, { evidence: { uncategorized_text } }, scene.options);

describe("a charge that a guest disputes", () => {
  test("takes the money and a fee at once, and cannot be refunded", async () => {
    const { charge, found } = await dispute("pm_card_createDispute");
    expect(found).toMatchObject({
      status: "needs_response",
      reason: "fraudulent",
      is_charge_refundable: false,
    });
    expect(found.balance_transactions).toMatchObject([
      {
        amount: -4_200,
        fee: 2_000,
        net: -6_200,
        type: "adjustment",
        reporting_category: "dispute",
        source: found.id,
      },
    ]);
    await expect(scene.client.refunds.create({ charge: charge.id }, scene.options)).rejects.toMatchObject({
      code: "charge_disputed",
    });
  });

  test.each([
    ["winning_evidence", "won", 0, 2],
    ["losing_evidence", "lost", -6_200, 1],
  ])("with %s is %s", async (text, status, net, count) => {
    const { found } = await dispute("pm_card_createDisputeProductNotReceived");
    expect(await answer(found.id, text)).toMatchObject({ status });
    const { balance_transactions: moved } = await look(found.id);
    expect(moved).toHaveLength(count);
    expect(moved.reduce((sum, one) => sum + one.net, 0)).toBe(net);
  });

  test("is under review once it was answered, and decided later", async () => {
    const { found } = await dispute("pm_card_createDispute");
    expect(await answer(found.id, "He ate it.")).toMatchObject({
      status: "under_review",
      evidence_details: { has_evidence: true, submission_count: 1 },
    });
    await expect(answer(found.id, "All of it.")).rejects.toMatchObject({ statusCode: 400 });
    await scene.command("decide-dispute", { dispute: found.id, outcome: "lost" });
    expect(await look(found.id)).toMatchObject({ status: "lost" });
    await scene.command("decide-dispute", { dispute: found.id, outcome: "appealed" });
    expect(await look(found.id)).toMatchObject({ status: "appeal_needs_response" });
    await answer(found.id, "Here is the bill.");
    expect(await look(found.id)).toMatchObject({ status: "appeal_under_review" });
  });

  test("is lost where nobody answers in time", async () => {
    const { found } = await dispute("pm_card_createDispute");
    await scene.command("move-clock", { days: 8 });
    expect(await look(found.id)).toMatchObject({ status: "lost", evidence_details: { past_due: true } });
  });

  test("can be larger than it was, as rates move", async () => {
    const charge = await scene.charge({ amount: 4_200 });
    await scene.command("dispute-newest-charge", { charge: charge.id, amount: 4_321 });
    const [found] = (await scene.client.disputes.list({ charge: charge.id }, scene.options)).data;
    expect(found).toMatchObject({ amount: 4_321, balance_transactions: [{ amount: -4_321 }] });
  });
});

describe("a charge that a bank only asks about", () => {
  test("moves no money, and can be refunded", async () => {
    const { charge, found } = await dispute("pm_card_createDisputeInquiry");
    expect(found).toMatchObject({ status: "warning_needs_response", balance_transactions: [] });
    const refund = await scene.client.refunds.create({ charge: charge.id }, scene.options);
    expect(refund.status).toBe("succeeded");
    await scene.command("move-clock", { days: 8 });
    expect(await look(found.id)).toMatchObject({ status: "warning_closed", balance_transactions: [] });
  });

  test("becomes a dispute where the bank is not content", async () => {
    const { found } = await dispute("pm_card_createDisputeInquiry");
    expect(await answer(found.id, "He ate it.")).toMatchObject({ status: "warning_under_review" });
    await scene.command("decide-dispute", { dispute: found.id, outcome: "escalated" });
    expect(await look(found.id)).toMatchObject({
      status: "needs_response",
      balance_transactions: [{ amount: -4_200 }],
    });
  });
});
