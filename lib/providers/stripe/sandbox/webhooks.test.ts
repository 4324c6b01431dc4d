import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InboundMessage } from "#lib/providers/contract/inbound.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { render } from "#lib/words/render.ts";
import { stripe } from "../provider.ts";
import { commands } from "./commands.ts";

const received: InboundMessage[] = [];
let shop: ProviderTest;

/** This installation's inbound route for Stripe: verifies by our own code what the sandbox signed by its own. */
async function receive(request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== "/api/inbound/stripe") return null;
  const body = new Uint8Array(await request.arrayBuffer());
  const message = { method: "POST", url: request.url, headers: Object.fromEntries(request.headers), body };
  const secrets = { app: shop.context.app, credentials: {}, settings: {}, now: new Date() };
  await stripe.inbound.verify(message, secrets);
  received.push(stripe.inbound.parse(message));
  return new Response();
}

beforeEach(async () => {
  received.length = 0;
  shop = await startProviderTest(stripe, {
    also: receive,
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
});
afterEach(() => shop.stop());

const charge = () => shop.run("create-charge", stripe.actions["create-charge"].example);

describe("from Stripe's side", () => {
  const titles = () =>
    received.flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === "noted" ? [render(effect.said)] : [])),
    );

  test("a payment and its refund are told, the fee by an event of the platform's", async () => {
    const { chargeId } = await charge();
    await shop.run("refund-charge", { charge: chargeId, amount: 1_000 });
    expect(titles().toSorted()).toEqual([
      "Of €31.50, €10.00 has been refunded.",
      "The platform has given €0.30 of its fee of €0.95 back.",
      "The platform took its fee of €0.95.",
      "€31.50 was paid.",
    ]);
    expect(new Set(received.map(({ accountId }) => accountId))).toEqual(new Set([shop.account.externalId]));
    expect(new Set(received.map(({ id }) => id)).size).toBe(received.length);
  });

  test("a dispute keeps a charge from being refunded, and is told", async () => {
    const output = await charge();
    await commands["dispute-newest-charge"]?.run(shop.context);
    expect(titles()).toContainEqual(
      expect.stringMatching(/^A guest disputes a payment of €31\.50 \(product not received\)/),
    );
    await expect(shop.run("refund-charge", { charge: output.chargeId })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("what came in is paid out once, less fees and refunds", async () => {
    await commands["pay-out"]?.run(shop.context);
    // 241.55 taken, 36.90 given back, 7.25 of fees of which 1.11 went back, and 4.87 for Stripe.
    expect(titles().at(-1)).toMatch(/^€193\.64 was paid out/);
    expect(await commands["pay-out"]?.run(shop.context)).toBe("There is nothing to pay out.");
  });

  test("an account that may take no payments refuses them", async () => {
    await commands["require-verification"]?.run(shop.context);
    expect(titles().at(-1)).toMatch(/^The account cannot take payments\./);
    await expect(charge()).rejects.toMatchObject({ message: expect.stringContaining("account status") });
    await commands["complete-verification"]?.run(shop.context);
    await expect(charge()).resolves.toMatchObject({ status: "succeeded" });
  });

  test("taking access back is told with the account", async () => {
    await commands.deauthorize?.run(shop.context);
    expect(received).toMatchObject([
      { accountId: shop.account.externalId, effects: [{ kind: "ended", reason: "revoked" }] },
    ]);
  });
});
