import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { say } from "#lib/failures/say.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { classifyError } from "./errors.ts";

type Raw = {
  type?: string;
  code?: string;
  decline_code?: string;
  param?: string;
  message?: string;
  headers?: Record<string, string>;
};

/** What the SDK throws for an answer. */
async function thrownFor(status: number, error: Raw): Promise<unknown> {
  const answer = async () => Response.json({ error }, { status, headers: error.headers ?? {} });
  const stripe = new Stripe("sk_test_1", {
    httpClient: Stripe.createFetchHttpClient(answer),
    maxNetworkRetries: 0,
  });
  return stripe.charges.list().then(
    () => Promise.reject(new Error("It worked.")),
    (thrown: unknown) => thrown,
  );
}

describe("what Stripe refuses", () => {
  test.each([
    [400, { code: "amount_too_small", param: "amount" }, "invalid_input", /less than Stripe charges/],
    [400, { code: "charge_already_refunded" }, "conflict", /refunded in full already/],
    [400, { code: "charge_disputed" }, "conflict", /Answer the dispute/],
    [400, { param: "currency" }, "invalid_input", /does not accept the currency/],
    [400, { param: "wonder" }, "invalid_input", /does not accept "wonder"/],
    [400, { message: "Your account cannot currently make live charges." }, "invalid_input", /account status/],
    [400, { type: "idempotency_error" }, "conflict", /with other details/],
    [409, { code: "idempotency_key_in_use" }, "unavailable", /still busy/],
    [401, {}, "auth", /own key/],
    [402, { type: "card_error", code: "card_declined" }, "invalid_input", /declined the card/],
    [403, { code: "account_invalid" }, "auth", /no longer lets Patchbay into your account/],
    [403, {}, "scope_missing", /does not allow/],
    [404, { code: "resource_missing", param: "charge" }, "not_found", /no such payment/],
    [429, { code: "rate_limit" }, "rate_limited", /slow down/],
    [500, { type: "api_error" }, "unavailable", /problem on its side/],
  ] as const)("with %i %j is told as %s", async (status, error, kind, words) => {
    const failure = classifyError(
      await thrownFor(status, { type: "invalid_request_error", message: "-", ...error }),
    );
    expect(failure?.kind).toBe(kind);
    expect(failure?.message).toMatch(words);
  });

  test("for a while is waited for as long as it says", async () => {
    const failure = classifyError(await thrownFor(429, { headers: { "retry-after": "7" } }));
    expect(failure?.retryAfterMs).toBe(7_000);
    expect(classifyError(await thrownFor(429, {}))?.retryAfterMs).toBeUndefined();
  });

  test.each([
    ["insufficient_funds", /not enough money/],
    ["expired_card", /expired/],
    ["authentication_required", /confirm the payment themselves/],
    ["lost_card", /^The bank declined the card\./],
    ["fraudulent", /^The bank declined the card\./],
  ])("as a card declined for %s tells no more than the guest may hear", async (declineCode, words) => {
    const error = { type: "card_error", code: "card_declined", decline_code: declineCode };
    expect(classifyError(await thrownFor(402, error))?.message).toMatch(words);
  });

  test("leaves no key in the log", async () => {
    const message = "Invalid API Key provided: sk_live_abc123****wxyz";
    const failure = classifyError(await thrownFor(401, { message }));
    expect(failure?.detail).toContain("Invalid API Key provided");
    expect(failure?.detail).not.toContain("sk_live");
  });
});

test("what our own client failed with stays what it is", async () => {
  const timeout = new ProviderError({
    kind: "timeout",
    message: say("verbatim", { text: "Stripe did not answer within 10 s." }),
  });
  const stripe = new Stripe("sk_test_1", {
    httpClient: Stripe.createFetchHttpClient(() => Promise.reject(timeout)),
    maxNetworkRetries: 0,
  });
  const thrown = await stripe.charges.list().catch((error: unknown) => error);
  expect(classifyError(thrown)).toBe(timeout);
});

test("what is not Stripe's is not explained as if it were", () => {
  expect(classifyError(new Error("our own fault"))).toBeNull();
  expect(classifyError({ type: "StripeCardError" })).toBeNull();
});
