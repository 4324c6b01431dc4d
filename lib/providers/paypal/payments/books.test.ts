import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { paypal } from "../provider.ts";
import { sandbox } from "../sandbox/sandbox.ts";
import { books } from "./payments.ts";

let scene: ProviderTest;
beforeAll(async () => {
  scene = await startProviderTest(paypal);
});
afterAll(() => scene.stop());

const made = z.object({ orderId: z.string() });
const taken = z.object({ captureId: z.string() });

test("a payment tells what came in, what PayPal took of it, and what went back", async () => {
  const lunch = {
    amount: 2_600,
    currency: "EUR",
    reference: "1050",
    returnUrl: "https://ana.example/thanks",
  };
  const { orderId } = made.parse(await scene.run("create-order", lunch));
  await sandbox.commands["approve-newest"]?.run(scene.context);
  const { captureId } = taken.parse(await scene.run("capture-order", { orderId }));
  await scene.run("refund-capture", { captureId, amount: 600, currency: "EUR" });
  const told = await books.movementsOfPayment(scene.call(), captureId);
  const [paid, back] = told.map(({ movement }) => movement);
  expect(paid).toMatchObject({
    id: captureId,
    kind: "payment",
    amount: 2_600,
    currency: "EUR",
    paymentId: captureId,
  });
  expect(paid?.fee).toBeGreaterThan(0);
  expect(paid?.net).toBe(2_600 - (paid?.fee ?? 0));
  expect(back).toMatchObject({ kind: "refund", amount: -600, net: -600, paymentId: captureId });
  expect(told.map(({ object }) => object?.kind)).toEqual(["payment", "refund"]);
  expect(told[0]?.object).toMatchObject({
    state: { paymentId: orderId, orderId: "1050", status: "succeeded" },
  });
});

test("a payment that is not there has moved nothing", async () => {
  expect(await books.movementsOfPayment(scene.call(), "0AA00000AA000000A")).toEqual([]);
});
