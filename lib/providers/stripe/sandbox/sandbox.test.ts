import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { stripe } from "../provider.ts";
import { commands } from "./commands.ts";

const started: ProviderTest[] = [];
let shop: ProviderTest;

beforeEach(async () => {
  shop = await startProviderTest(stripe, {
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
  started.push(shop);
});
afterAll(async () => {
  for (const one of started) await one.stop();
});

const answer = z.looseObject({
  error: z
    .looseObject({
      type: z.string(),
      code: z.string().optional(),
      param: z.string().optional(),
      message: z.string(),
    })
    .optional(),
});

async function ask(method: "GET" | "POST", path: string, options: RequestOptions = {}) {
  const headers = new Headers({
    authorization: `Bearer ${shop.context.app.clientSecret}`,
    "stripe-version": "2026-07-29.dahlia",
    "stripe-account": shop.account.externalId,
    ...options.headers,
  });
  if (options.without) headers.delete(options.without);
  const response = await shop.call().fetch(`https://api.stripe.com${path}`, {
    method,
    headers,
    ...(options.form ? { body: new URLSearchParams(options.form) } : {}),
    ...(options.json ? { body: JSON.stringify(options.json) } : {}),
  });
  return { status: response.status, headers: response.headers, body: answer.parse(await response.json()) };
}
type RequestOptions = {
  headers?: Record<string, string>;
  without?: string;
  form?: Record<string, string>;
  json?: unknown;
};

const card = { amount: "3150", currency: "eur", confirm: "true", payment_method: "pm_card_visa" };

describe("who may ask", () => {
  test.each([
    ["nobody without a key", { without: "authorization" }, 401],
    ["nobody with another key", { headers: { authorization: "Bearer sk_test_other" } }, 401],
    ["the platform by its key", {}, 200],
    ["the platform not in an account that there is not", { headers: { "stripe-account": "acct_none" } }, 403],
    ["nobody in no account", { without: "stripe-account" }, 400],
  ])("%s", async (_, options, status) => {
    const reply = await ask("GET", "/v1/charges", options);
    expect(reply.status).toBe(status);
    if (status === 403) expect(reply.body.error).toMatchObject({ code: "account_invalid" });
  });

  test("not who shows a token of the account in place of the platform's key", async () => {
    const headers = { authorization: `Bearer ${shop.credentials.accessToken}` };
    expect((await ask("GET", "/v1/charges", { headers })).status).toBe(401);
  });

  test("not the platform where the merchant took access back", async () => {
    await commands.deauthorize?.run(shop.context);
    const { status, body } = await ask("GET", "/v1/charges");
    expect(status).toBe(403);
    expect(body.error).toMatchObject({ code: "account_invalid" });
    expect(body.error?.message).not.toContain(shop.context.app.clientSecret);
    expect((await ask("GET", `/v2/core/accounts/${shop.account.externalId}`)).status).toBe(403);
  });

  test("an account that was opened, only with the key that opened it", async () => {
    const json = newAccount();
    const wrong = { json, headers: { authorization: "Bearer sk_test_other" } };
    expect((await ask("POST", "/v2/core/accounts", wrong)).status).toBe(401);
  });
});

describe("one key", () => {
  const send = (form: Record<string, string>, path = "/v1/payment_intents") =>
    ask("POST", path, { form, headers: { "idempotency-key": "one" } });

  test("gives one answer, and says that it is a repetition", async () => {
    const first = await send(card);
    const second = await send(card);
    expect(second.body).toEqual(first.body);
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  test("repeats a declined card, also when the same card would be good by now", async () => {
    const declined = { ...card, payment_method: "pm_card_visa_chargeDeclined" };
    expect((await send(declined)).status).toBe(402);
    expect(await send(declined)).toMatchObject({ status: 402, body: { error: { code: "card_declined" } } });
  });

  test("is refused for other parameters and for another address", async () => {
    await send(card);
    const other = await send({ ...card, amount: "9900" });
    expect(other).toMatchObject({ status: 400, body: { error: { type: "idempotency_error" } } });
    const elsewhere = await send({ charge: "ch_3Rt7PizzaTable7A" }, "/v1/refunds");
    expect(elsewhere).toMatchObject({ status: 400, body: { error: { type: "idempotency_error" } } });
  });

  test("is free again after a request that was wrong in itself", async () => {
    expect((await send({ ...card, amount: "much" })).status).toBe(400);
    expect((await send(card)).status).toBe(200);
  });

  test("that two use at once makes one payment", async () => {
    const replies = await Promise.all([send(card), send(card), send(card)]);
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const { status } of replies) expect([200, 409]).toContain(status);
    const payments = await shop.context.store.list("payment_intent", z.looseObject({ amount: z.int() }));
    expect(payments.filter(({ id }) => !id.includes("Table") && !id.includes("TakeAway"))).toHaveLength(1);
  });
});

describe("as Stripe documents it", () => {
  test.each([
    [{ ...card, colour: "red" }, "parameter_unknown", "colour"],
    [{ ...card, amount: "31.50" }, "parameter_invalid_integer", "amount"],
    [{ ...card, amount: "49" }, "amount_too_small", "amount"],
    [{ ...card, amount: "100000000" }, "amount_too_large", "amount"],
    [{ ...card, description: "" }, "parameter_invalid_empty", "description"],
    [{ currency: "eur" }, "parameter_missing", "amount"],
    [{ ...card, currency: "eux" }, undefined, "currency"],
    [{ ...card, application_fee_amount: "3151" }, undefined, "application_fee_amount"],
    [{ ...card, payment_method: "pm_nobodys" }, "resource_missing", "payment_method"],
  ])("a payment with %j is refused as %s", async (form, code, param) => {
    const { status, body } = await ask("POST", "/v1/payment_intents", { form });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: "invalid_request_error", param });
    expect(body.error?.code).toBe(code);
  });

  test("a search does not find what was made this minute", async () => {
    await ask("POST", "/v1/payment_intents", { form: { ...card, "metadata[order]": "1042" } });
    const query = encodeURIComponent("metadata['order']:'1042'");
    const { body } = await ask("GET", `/v1/payment_intents/search?query=${query}`);
    expect(body).toMatchObject({ object: "search_result", data: [] });
  });

  test("an account says no more than it is asked to include", async () => {
    const path = `/v2/core/accounts/${shop.account.externalId}`;
    const bare = await ask("GET", path);
    expect(bare.body).toMatchObject({ object: "v2.core.account", livemode: false });
    for (const name of ["configuration", "requirements"]) expect(bare.body).not.toHaveProperty(name);
    const full = await ask("GET", `${path}?include[0]=configuration.merchant&include[1]=requirements`);
    expect(full.body).toMatchObject({
      configuration: { merchant: { capabilities: { card_payments: { status: "active" } } } },
      requirements: { entries: [] },
    });
    expect((await ask("GET", `${path}?include[0]=everything`)).status).toBe(400);
  });

  test("an account link needs its configurations before endive, and knows none since", async () => {
    const link = (version: string, onboarding: Record<string, unknown>) =>
      ask("POST", "/v2/core/account_links", {
        without: "stripe-account",
        headers: { "stripe-version": version },
        json: {
          account: shop.account.externalId,
          use_case: {
            type: "account_onboarding",
            account_onboarding: { refresh_url: "https://example.com/again", ...onboarding },
          },
        },
      });
    const configurations = ["merchant"];
    expect((await link("2026-07-29.dahlia", { configurations })).status).toBe(200);
    expect((await link("2026-07-29.dahlia", {})).status).toBe(400);
    expect((await link("2026-10-28.endive", {})).status).toBe(200);
    expect((await link("2026-10-28.endive", { configurations })).status).toBe(400);
    expect((await link("soon", { configurations })).status).toBe(400);
  });

  test("an account is opened once under a key, and cannot be made up", async () => {
    const open = (key: string) =>
      ask("POST", "/v2/core/accounts", {
        without: "stripe-account",
        json: newAccount(),
        headers: { "idempotency-key": key },
      });
    const [first, second, other] = [await open("a"), await open("a"), await open("b")];
    expect(second.body.id).toBe(first.body.id);
    expect(other.body.id).not.toBe(first.body.id);
    const link = {
      account: `${first.body.id}0`,
      use_case: {
        type: "account_onboarding",
        account_onboarding: { configurations: ["merchant"], refresh_url: "https://example.com" },
      },
    };
    const reply = await ask("POST", "/v2/core/account_links", { without: "stripe-account", json: link });
    expect(reply.status).toBe(403);
  });
});

function newAccount() {
  return {
    display_name: "Trattoria Ana",
    contact_email: "ana@example.com",
    dashboard: "full",
    identity: { country: "nl" },
    configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
  };
}
