import { describe, expect, test } from "vitest";
import type { Call } from "../contract/call.ts";
import { createCharge } from "./actions/create-charge.ts";
import { auth } from "./auth.ts";
import { identify } from "./identify.ts";

type Sent = { method: string; url: string; headers: Headers; body: string };

const payment = {
  id: "pi_1",
  object: "payment_intent",
  status: "succeeded",
  amount: 3_150,
  currency: "eur",
  application_fee_amount: 95,
  latest_charge: "ch_1",
};

/** A Call that writes down what is sent, and answers in turn. */
function recordingCall(...answers: unknown[]): Call & { sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      sent.push({ method, url, headers, body: await request.text() });
      return Response.json(answers[sent.length - 1]);
    },
    request: () => Promise.reject(new Error("request is not used.")),
    rebase: (url) => url,
    credentials: {},
    settings: { accountId: "acct_ana" },
    app: { clientId: "ca_1", clientSecret: "sk_test_platform" },
    idempotencyKey: "dlv_1",
    isFirstUse: false,
    platformFee: async () => ({ fee: 95, policyId: null }),
    pause: async () => {},
    signal: AbortSignal.timeout(5_000),
  };
}

describe("a charge", () => {
  test("goes to Stripe's own host, with the platform's key, in the merchant's name and under our key", async () => {
    const call = recordingCall({ object: "search_result", data: [] }, payment);
    await createCharge.run(call, createCharge.example);
    const [search, create] = call.sent;
    expect(search?.url).toMatch(/^https:\/\/api\.stripe\.com\/v1\/payment_intents\/search\?/);
    expect(create).toMatchObject({ method: "POST", url: "https://api.stripe.com/v1/payment_intents" });
    expect(Object.fromEntries(create?.headers ?? [])).toMatchObject({
      authorization: "Bearer sk_test_platform",
      "stripe-account": "acct_ana",
      "stripe-version": "2026-07-29.dahlia",
      "idempotency-key": "dlv_1",
    });
    expect(Object.fromEntries(new URLSearchParams(create?.body))).toMatchObject({
      amount: "3150",
      currency: "eur",
      application_fee_amount: "95",
      confirm: "true",
      "metadata[patchbay_key]": "dlv_1",
    });
  });

  test("tells nobody how fast Stripe answers", async () => {
    const call = recordingCall({ data: [] }, payment, { data: [] }, payment);
    await createCharge.run(call, createCharge.example);
    await createCharge.run(call, createCharge.example);
    for (const { headers } of call.sent) expect(headers.has("x-stripe-client-telemetry")).toBe(false);
  });

  test("that a bank page would have to confirm is not left half-way", async () => {
    const call = recordingCall({ data: [] }, payment);
    await createCharge.run(call, createCharge.example);
    expect(new URLSearchParams(call.sent[1]?.body).get("error_on_requires_action")).toBe("true");
  });
});

describe("an answer", () => {
  test.each([[null], [[]], [{ data: "none" }], [{}]])(
    "of %j is not understood, and said to be so",
    async (answer) => {
      const failure = createCharge.run(recordingCall(answer), createCharge.example);
      await expect(failure).rejects.toMatchObject({ kind: "unavailable" });
    },
  );
});

describe("without", () => {
  test("an account in the settings, nothing is sent", async () => {
    const call = { ...recordingCall(), settings: {} };
    await expect(createCharge.run(call, createCharge.example)).rejects.toMatchObject({ kind: "auth" });
    expect(call.sent).toEqual([]);
  });

  test("an app of the platform's, it is said whose turn it is", async () => {
    const call = { ...recordingCall(), app: null };
    await expect(identify(call)).rejects.toThrow(/STRIPE_CLIENT_SECRET/);
  });
});

describe("an account", () => {
  const closed = { id: "acct_ana", livemode: true, closed: true };
  const active = { status: "active", status_details: [] };
  const open = {
    id: "acct_ana",
    display_name: "Trattoria Ana",
    livemode: true,
    configuration: {
      merchant: { capabilities: { card_payments: active, stripe_balance: { payouts: active } } },
    },
    requirements: { entries: [], summary: null },
  };

  test("is read by the platform itself, with what has to be asked for", async () => {
    const call = recordingCall(open);
    expect(await identify(call)).toEqual({
      id: "acct_ana",
      label: "Trattoria Ana",
      settings: { mode: "live" },
    });
    const [{ url, headers } = { url: "", headers: new Headers() }] = call.sent;
    expect(decodeURIComponent(url)).toContain("configuration.merchant");
    expect(decodeURIComponent(url)).toContain("requirements");
    expect(headers.has("stripe-account")).toBe(false);
  });

  test("that is closed is told as closed", async () => {
    await expect(identify(recordingCall(closed))).rejects.toMatchObject({ kind: "account_closed" });
  });

  test("that is not set up for cards lacks something", async () => {
    const account = await identify(recordingCall({ ...open, configuration: { merchant: null } }));
    expect(account.requirements).toMatchObject({ code: "stripe.lacks_unknown" });
  });

  test("whose requirements wait for Stripe asks for patience, and what is due some day is left alone", async () => {
    const entry = (from: string, status: string) => ({
      awaiting_action_from: from,
      description: "identity.individual.address.city",
      minimum_deadline: { status },
    });
    const restricted = {
      status: "restricted",
      status_details: [{ code: "requirements_pending_verification" }],
    };
    const configuration = { merchant: { capabilities: { card_payments: restricted } } };
    const waiting = { ...open, configuration, requirements: { entries: [entry("stripe", "currently_due")] } };
    expect((await identify(recordingCall(waiting))).requirements).toMatchObject({
      code: "stripe.lacks_review",
    });
    const later = { ...open, requirements: { entries: [entry("user", "eventually_due")] } };
    expect((await identify(recordingCall(later))).requirements).toBeUndefined();
  });
});

test("the grant is given back by the platform, for this account", () => {
  const app = { clientId: "ca_1", clientSecret: "sk_test_platform" };
  expect(auth.revoke({ credentials: {}, settings: { accountId: "acct_ana" }, app })).toEqual({
    method: "POST",
    url: "https://connect.stripe.com/oauth/deauthorize",
    headers: { authorization: "Bearer sk_test_platform" },
    form: { client_id: "ca_1", stripe_user_id: "acct_ana" },
  });
});
