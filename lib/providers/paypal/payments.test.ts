import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { paypal } from "./provider.ts";
import { captureDocument, orderDocument, refundDocument } from "./sandbox/documents.ts";
import { sandbox } from "./sandbox/sandbox.ts";

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

async function open(): Promise<ProviderTest> {
  const scene = await startProviderTest(paypal);
  scenes.push(scene);
  return scene;
}

const lunch = { amount: 2_600, currency: "EUR", reference: "1050", returnUrl: "https://ana.example/thanks" };
const approved = { orderId: "5O190127TN364715T" };
const paid = { captureId: "3C679366HH908993F" };
const made = z.object({ orderId: z.string(), approveUrl: z.string() });

describe("an order", () => {
  test("goes from a link to the money", async () => {
    const scene = await open();
    const { orderId, approveUrl } = made.parse(await scene.run("create-order", lunch));
    expect(approveUrl).toBe(`https://www.paypal.com/checkoutnow?token=${orderId}`);
    await expect(scene.run("capture-order", { orderId })).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("not agreed"),
    });
    await sandbox.commands["approve-newest"]?.run(scene.context);
    expect(await scene.run("get-order", { orderId })).toMatchObject({
      status: "APPROVED",
      reference: "1050",
      captureId: null,
    });
    const taken = await scene.run("capture-order", { orderId });
    expect(taken).toMatchObject({ captureStatus: "COMPLETED", amount: 2_600, currency: "EUR" });
    expect(await scene.run("get-order", { orderId })).toMatchObject({
      status: "COMPLETED",
      meaning: "It is paid.",
      captureId: taken.captureId,
      approveUrl: null,
    });
  });

  test("is sent nowhere, and paid at once", async () => {
    const scene = await open();
    const sent: unknown[] = [];
    const call = scene.call();
    const listening: typeof call = {
      ...call,
      request: (request) => {
        sent.push(request);
        return call.request(request);
      },
    };
    await paypal.actions["create-order"].run(listening, lunch);
    expect(sent).toMatchObject([
      {
        headers: { "paypal-request-id": call.idempotencyKey },
        json: {
          intent: "CAPTURE",
          purchase_units: [{ amount: { currency_code: "EUR", value: "26.00" }, custom_id: "1050" }],
          payment_source: {
            paypal: {
              experience_context: {
                shipping_preference: "NO_SHIPPING",
                user_action: "PAY_NOW",
                cancel_url: lunch.returnUrl,
              },
            },
          },
        },
      },
    ]);
  });

  test("gives its money once, whatever the key", async () => {
    const scene = await open();
    const first = await scene.run("capture-order", approved, { idempotencyKey: "first" });
    const second = await scene.run("capture-order", approved, { idempotencyKey: "second" });
    expect(first.wasCapturedAlready).toBe(false);
    expect(second).toEqual({ ...first, wasCapturedAlready: true });
    expect(await scene.context.store.list("capture", captureDocument)).toHaveLength(2);
  });

  test("whose guest has a card that is declined says what to ask the guest", async () => {
    const scene = await open();
    await expect(scene.run("capture-order", { orderId: "8AC96375DC881630B" })).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("another way to pay"),
    });
  });

  test("that is not there says so", async () => {
    const scene = await open();
    const missing = { orderId: "0AA00000AA000000A" };
    await expect(scene.run("get-order", missing)).rejects.toMatchObject({ kind: "not_found" });
    await expect(scene.run("capture-order", missing)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("in forints is in whole ones", async () => {
    const scene = await open();
    const forints = { ...lunch, currency: "HUF" };
    await scene.run("create-order", { ...forints, amount: 250_000 });
    const newest = (await scene.context.store.list("order", orderDocument)).at(-1);
    expect(newest?.data.amount).toEqual({ currency_code: "HUF", value: "2500" });
    await expect(scene.run("create-order", { ...forints, amount: 250_050 })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("whole amounts of HUF"),
    });
  });
});

describe("a refund", () => {
  test("of a part leaves the rest, and one without an amount takes it", async () => {
    const scene = await open();
    const part = { ...paid, amount: 1_000, currency: "EUR", note: "The soup was cold." };
    expect(await scene.run("refund-capture", part)).toMatchObject({ amount: 1_000, status: "COMPLETED" });
    const order = { orderId: "2GG279541U471931P" };
    expect(await scene.run("get-order", order)).toMatchObject({
      refundedAmount: 1_000,
      meaning: "It is paid; a part was refunded.",
    });
    expect(await scene.run("refund-capture", paid)).toMatchObject({ amount: 3_820, currency: "EUR" });
    expect(await scene.run("get-order", order)).toMatchObject({ meaning: "It was paid and refunded." });
    await expect(scene.run("refund-capture", paid)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("refunded in full"),
    });
  });

  test("of the same part under another key is another refund", async () => {
    const scene = await open();
    const part = { ...paid, amount: 500, currency: "EUR" };
    for (const idempotencyKey of ["first", "second", "first"]) {
      await scene.run("refund-capture", part, { idempotencyKey });
    }
    expect(await scene.context.store.list("refund", refundDocument)).toHaveLength(2);
  });

  test.each([
    [{ amount: 9_000, currency: "EUR" }, "what is left"],
    [{ amount: 500, currency: "USD" }, "same currency"],
    [{ amount: 500 }, "in which currency"],
  ])("of %j is refused in words", async (refund, words) => {
    const scene = await open();
    await expect(scene.run("refund-capture", { ...paid, ...refund })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining(words),
    });
    expect(await scene.context.store.list("refund", refundDocument)).toEqual([]);
  });
});
