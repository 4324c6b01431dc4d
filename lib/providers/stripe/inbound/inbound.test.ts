import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import type { InboundRequest, InboundSecrets } from "../../contract/inbound.ts";
import { VerificationError } from "../../contract/provider-error.ts";
import { inbound } from "./inbound.ts";

const now = new Date("2026-05-04T20:00:00Z");
const secret = "whsec_connected";

function message(content: unknown, signedWith = secret, at = now): InboundRequest {
  const payload = typeof content === "string" ? content : JSON.stringify(content);
  const timestamp = at.getTime() / 1_000;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: signedWith, timestamp });
  return {
    method: "POST",
    url: "https://integrations.example.com/api/inbound/stripe",
    headers: { "stripe-signature": signature },
    body: new TextEncoder().encode(payload),
  };
}

function secrets(signingSecret?: string): InboundSecrets {
  const app = { clientId: "ca_1", clientSecret: "sk_test_1", signingSecret };
  return { app, credentials: {}, settings: {}, now };
}

function event(type: string, object: Record<string, unknown>, account: string | undefined = "acct_ana") {
  return { id: "evt_1", object: "event", type, account, data: { object } };
}

function renderTitle(type: string, object: Record<string, unknown>): string {
  const { effects } = inbound.parse(message(event(type, object)));
  return effects.flatMap((effect) => (effect.kind === "noted" ? [render(effect.said)] : [])).join(" ");
}

test("an account that was changed is looked at again at once", () => {
  const object = { charges_enabled: true, payouts_enabled: true };
  expect(inbound.parse(message(event("account.updated", object))).effects).toContainEqual({
    kind: "account_changed",
  });
});

describe("a message", () => {
  const paid = event("payment_intent.succeeded", { amount: 3_150, currency: "eur" });

  test("that Stripe signed is taken", async () => {
    await expect(inbound.verify(message(paid), secrets(secret))).resolves.toBeUndefined();
  });

  test("is taken by either of the two endpoints' secrets, and by no third", async () => {
    const both = secrets(`${secret}, whsec_platform`);
    await expect(inbound.verify(message(paid), both)).resolves.toBeUndefined();
    await expect(inbound.verify(message(paid, "whsec_platform"), both)).resolves.toBeUndefined();
    await expect(inbound.verify(message(paid, "whsec_other"), both)).rejects.toThrow(VerificationError);
  });

  test("without a signature, or that was changed on its way, is refused", async () => {
    const { headers: _, ...bare } = message(paid);
    await expect(inbound.verify({ ...bare, headers: {} }, secrets(secret))).rejects.toThrow(
      VerificationError,
    );
    const body = new TextEncoder().encode(JSON.stringify({ ...paid, account: "acct_other" }));
    await expect(inbound.verify({ ...message(paid), body }, secrets(secret))).rejects.toThrow(
      VerificationError,
    );
  });

  test.each([-301, 301])("of %i s from now is refused, though its signature is right", async (seconds) => {
    const at = new Date(now.getTime() + seconds * 1_000);
    await expect(inbound.verify(message(paid, secret, at), secrets(secret))).rejects.toThrow(
      VerificationError,
    );
  });

  test.each([-299, 299])("of %i s from now is taken", async (seconds) => {
    const at = new Date(now.getTime() + seconds * 1_000);
    await expect(inbound.verify(message(paid, secret, at), secrets(secret))).resolves.toBeUndefined();
  });

  test.each([undefined, "", " , "])("is refused where the secret is %j", async (signingSecret) => {
    await expect(inbound.verify(message(paid), secrets(signingSecret))).rejects.toThrow(VerificationError);
  });
});

describe("a message about money only says what to look at", () => {
  const looked = (content: unknown) =>
    inbound.parse(message(content)).effects.filter(({ kind }) => kind === "money_changed");

  test.each([
    ["payment_intent.succeeded", "payment"],
    ["checkout.session.completed", "payment"],
    ["charge.succeeded", "payment"],
    ["charge.some_news", "payment"],
    ["charge.refund.updated", "refund"],
    ["refund.failed", "refund"],
    ["charge.dispute.funds_withdrawn", "dispute"],
    ["payout.reconciliation_completed", "payout"],
  ])("%s", (type, kind) => {
    const object = { kind: "money_changed", object: { kind, id: "xx_1" } };
    expect(looked(event(type, { id: "xx_1" }))).toEqual([object]);
    const thin = { id: "evt_2", object: "v2.core.event", type: `v1.${type}`, context: "acct_ana" };
    const related_object = { id: "xx_1", type: "x", url: "/v1/x" };
    expect(looked({ ...thin, related_object })).toEqual([object]);
    expect(inbound.parse(message({ ...thin, related_object })).accountId).toBe("acct_ana");
  });

  test.each([
    ["application_fee.created", { account: "acct_ana", amount: 1, currency: "eur", charge: "ch_1" }, "ch_1"],
    ["application_fee.refund.updated", { account: "acct_ana" }, undefined],
    ["balance.available", {}, undefined],
  ])("%s, which is about the account or its payment", (type, object, id) => {
    expect(looked(event(type, object))).toEqual([
      { kind: "money_changed", object: id === undefined ? null : { kind: "payment", id } },
    ]);
  });
});

describe("what a message means", () => {
  test("is the end of the connection where the merchant took access back", () => {
    const object = { id: "ca_1", object: "application" };
    expect(inbound.parse(message(event("account.application.deauthorized", object)))).toEqual({
      id: "evt_1",
      topic: "account.application.deauthorized",
      accountId: "acct_ana",
      effects: [{ kind: "ended", reason: "revoked" }],
    });
  });

  test("belongs to the account that a fee came of, though the event is the platform's", () => {
    const fee = { account: "acct_ana", amount: 95, currency: "eur" };
    const { account: _, ...ofPlatform } = event("application_fee.created", fee);
    expect(inbound.parse(message(ofPlatform))).toMatchObject({
      accountId: "acct_ana",
      effects: [
        { kind: "money_changed", object: null },
        { kind: "noted", said: expect.objectContaining({ message: "The platform took its fee of €0.95." }) },
      ],
    });
  });

  test.each([
    ["payment_intent.succeeded", { amount: 500, currency: "jpy" }, "¥500 was paid."],
    [
      "charge.refunded",
      { amount: 3_150, amount_refunded: 1_000, currency: "eur" },
      "Of €31.50, €10.00 has been refunded.",
    ],
    [
      "charge.refunded",
      { amount: 3_150, amount_refunded: 3_150, currency: "eur" },
      "€31.50 was refunded in full.",
    ],
    [
      "charge.dispute.created",
      {
        amount: 3_150,
        currency: "eur",
        reason: "product_not_received",
        status: "needs_response",
        evidence_details: { due_by: 1_780_272_000 },
      },
      "A guest disputes a payment of €31.50 (product not received). Answer it in Stripe by 1 June 2026.",
    ],
    [
      "charge.dispute.closed",
      { amount: 3_150, currency: "eur", reason: "general", status: "lost" },
      "You lost the dispute over €31.50: the guest keeps the money.",
    ],
    [
      "payout.failed",
      {
        amount: 20_000,
        currency: "eur",
        arrival_date: 1_780_272_000,
        failure_message: "The account is closed.",
      },
      "€200.00 could not be paid out to your bank: The account is closed. Check your bank account in Stripe.",
    ],
    [
      "account.updated",
      {
        charges_enabled: false,
        payouts_enabled: false,
        requirements: { currently_due: ["external_account"] },
      },
      "The account cannot take payments. Stripe needs something from you: look at the account status.",
    ],
  ])("of %s %j is told as a sentence", (type, object, title) => {
    expect(renderTitle(type, object)).toBe(title);
  });

  test("of a kind that does not concern us is nothing", () => {
    expect(inbound.parse(message(event("customer.created", { id: "cus_1" }))).effects).toEqual([]);
  });

  test.each([
    ["payout.paid", { amount: "much", currency: "eur" }, ["money_changed"], "data.object.amount"],
    ["account.updated", { charges_enabled: [] }, ["account_changed"], "data.object.charges_enabled"],
  ])(
    "of %s whose sentence cannot be written has its consequences all the same",
    (type, object, kinds, field) => {
      const { effects } = inbound.parse(message(event(type, object)));
      expect(effects.map(({ kind }) => kind)).toEqual([...kinds, "unread"]);
      expect(effects.at(-1)).toMatchObject({ reason: { field } });
    },
  );

  test.each(["constructor", "__proto__", "toString"])("of the type %s is none of ours", (type) => {
    expect(inbound.parse(message(event(type, {}))).effects).toEqual([]);
  });

  test.each([
    ["no JSON", "{"],
    ["no event", { id: "evt_1", object: "charge" }],
    ["an event of the other kind without a type", { id: "evt_1", object: "v2.core.event" }],
  ])("is not guessed at where it is %s", (_, content) => {
    expect(() => inbound.parse(message(content))).toThrow(expect.objectContaining({ kind: "invalid_input" }));
  });
});
