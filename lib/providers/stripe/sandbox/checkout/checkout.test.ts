import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { inSandbox } from "#lib/sandbox/testing/authorise.ts";
import { stripe } from "../../provider.ts";

let scene: StripeScene;
beforeAll(async () => {
  scene = await startStripeScene(stripe);
});
afterAll(() => scene.shop.stop());

async function open(over: Record<string, unknown> = {}) {
  const session = await scene.client.checkout.sessions.create(
    {
      mode: "payment",
      success_url: "https://example.com/done?session={CHECKOUT_SESSION_ID}",
      line_items: [
        {
          price_data: { currency: "eur", unit_amount: 1_250, product_data: { name: "Pizza <b>" } },
          quantity: 4,
        },
      ],
      payment_intent_data: { application_fee_amount: 200, metadata: { order: "1042" } },
      ...over,
    },
    scene.options,
  );
  return { session, url: inSandbox("stripe", session.url ?? "") };
}

const type = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const look = (id: string) =>
  scene.client.checkout.sessions.retrieve(id, { expand: ["payment_intent"] }, scene.options);

describe("a page for a guest", () => {
  test("shows what is to be paid, takes a card, and leads back", async () => {
    const { session, url } = await open();
    expect(session).toMatchObject({ amount_total: 5_000, payment_status: "unpaid", payment_intent: null });
    const page = await (await fetch(url)).text();
    expect(page).toContain("€50.00");
    expect(page).toContain("Pizza &lt;b&gt;");
    const paid = await type(url, { card_number: "4242 4242 4242 4242", email: "guest@example.com" });
    expect(paid.status).toBe(303);
    expect(paid.headers.get("location")).toBe(`https://example.com/done?session=${session.id}`);
    expect(await look(session.id)).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      customer_details: { email: "guest@example.com" },
      payment_intent: { status: "succeeded", application_fee_amount: 200, metadata: { order: "1042" } },
    });
    expect((await type(url, { card_number: "4242424242424242" })).status).toBe(200);
    const payments = await scene.client.paymentIntents.list({ limit: 100 }, scene.options);
    expect(payments.data.filter(({ metadata }) => metadata.order === "1042")).toHaveLength(1);
  });

  test("says that a card is declined, and takes another one for the same payment", async () => {
    const { session, url } = await open();
    const declined = await type(url, { card_number: "4000000000000002" });
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("Your card was declined.");
    const failed = await look(session.id);
    expect(failed).toMatchObject({ status: "open", payment_intent: { status: "requires_payment_method" } });
    expect((await type(url, { card_number: "4242424242424242" })).status).toBe(303);
    expect((await look(session.id)).payment_intent).toMatchObject({
      id: Object(failed.payment_intent).id,
      status: "succeeded",
    });
  });

  test("asks the bank, which may refuse", async () => {
    const { session, url } = await open();
    const card_number = "4000000000003220";
    expect(await (await type(url, { card_number })).text()).toContain("Your bank asks");
    expect(await look(session.id)).toMatchObject({ payment_intent: { status: "requires_action" } });
    expect((await type(url, { card_number, decision: "fail" })).status).toBe(402);
    expect((await type(url, { card_number, decision: "complete" })).status).toBe(303);
    expect(await look(session.id)).toMatchObject({ status: "complete" });
  });

  test("takes nothing once it has expired, on its own or by the platform", async () => {
    const { session, url } = await open();
    await scene.client.checkout.sessions.expire(session.id, {}, scene.options);
    expect((await type(url, { card_number: "4242424242424242" })).status).toBe(410);
    const { session: other } = await open();
    await scene.command("move-clock", { days: 1.1 });
    expect(await look(other.id)).toMatchObject({ status: "expired", payment_intent: null });
  });

  test.each([
    [{ line_items: [] }, "line_items"],
    [{ success_url: "nowhere" }, "success_url"],
    [{ mode: "subscription" }, "mode"],
    [
      { payment_intent_data: { application_fee_amount: 5_001 } },
      "payment_intent_data[application_fee_amount]",
    ],
    [
      {
        line_items: [
          { price_data: { currency: "isk", unit_amount: 1_050, product_data: { name: "Pizza" } } },
        ],
      },
      "line_items[0][price_data][unit_amount]",
    ],
  ])("is not made with %j", async (over, param) => {
    await expect(open(over)).rejects.toMatchObject({ statusCode: 400, param });
  });
});

describe("a saved card", () => {
  test("is kept with its guest, and pays while nobody is there", async () => {
    const customer = await scene.client.customers.create({ email: "ana@example.com" }, scene.options);
    const { url } = await open({
      customer: customer.id,
      payment_intent_data: { setup_future_usage: "off_session" },
    });
    await type(url, { card_number: "4000 0025 0000 3155", decision: "complete" });
    const { data } = await scene.client.customers.listPaymentMethods(customer.id, {}, scene.options);
    expect(data).toMatchObject([{ customer: customer.id, card: { last4: "3155" } }]);
    const payment = await scene.client.paymentIntents.create(
      {
        amount: 900,
        currency: "eur",
        customer: customer.id,
        payment_method: data[0]?.id ?? "",
        off_session: true,
        confirm: true,
      },
      scene.options,
    );
    expect(payment.status).toBe("succeeded");
    await expect(
      scene.client.paymentIntents.create(
        { amount: 900, currency: "eur", payment_method: data[0]?.id ?? "", confirm: true },
        scene.options,
      ),
    ).rejects.toMatchObject({ statusCode: 400, param: "payment_method" });
  });

  test("that needs the guest each time is refused while nobody is there", async () => {
    const failure = await scene.client.paymentIntents
      .create(
        {
          amount: 900,
          currency: "eur",
          payment_method: "pm_card_threeDSecure2Required",
          off_session: true,
          confirm: true,
        },
        scene.options,
      )
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ statusCode: 402, code: "authentication_required" });
  });

  test("waits for the guest where they are there", async () => {
    const payment = await scene.client.paymentIntents.create(
      { amount: 900, currency: "eur", payment_method: "pm_card_threeDSecure2Required", confirm: true },
      scene.options,
    );
    expect(payment.status).toBe("requires_action");
    const url = inSandbox("stripe", payment.next_action?.redirect_to_url?.url ?? "");
    await type(url, { decision: "complete" });
    expect(await scene.client.paymentIntents.retrieve(payment.id, {}, scene.options)).toMatchObject({
      status: "succeeded",
    });
  });
});
