import { describe, expect, test } from "vitest";
import { captureOrder } from "#lib/providers/paypal/actions/capture-order.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { sendMessage } from "#lib/providers/slack/actions/send-message.ts";
import { createCharge } from "#lib/providers/stripe/actions/create-charge.ts";
import { render } from "#lib/words/render.ts";
import { alwaysNeedsYes, amountToReview, needsAnotherYes, needsYesFor } from "./needs-yes.ts";

const providers = await loadProviders();

const upTo = (amount: number, currency = "EUR") => ({ amount, currency });

test.each([
  ["within the limit", { minor: 3_450, currency: "EUR" }, upTo(3_450), null],
  ["in the limit's currency, however it is written", { minor: 3_450, currency: "eur" }, upTo(3_450), null],
  ["above it", { minor: 3_451, currency: "EUR" }, upTo(3_450), "step_above_limit"],
  ["in another currency", { minor: 1, currency: "USD" }, upTo(99_999), "step_other_currency"],
  ["that nobody knows", null, upTo(99_999), "step_amount_unknown"],
  ["that is none", { minor: Number.NaN, currency: "EUR" }, upTo(99_999), "step_amount_unknown"],
] as const)("an amount %s", (_name, amount, limit, code) => {
  const why = needsYesFor(amount, limit);
  expect(why?.code ?? null).toBe(code);
  if (why !== null) expect(render(why)).toMatch(/approval( again)?\.$/);
});

describe("whatever the amount, a step waits", () => {
  test.each([
    ["on review", { mode: "review" as const, limit: upTo(1) }, captureOrder, "step_to_review"],
    ["where money has no limit", { mode: "live" as const, limit: null }, captureOrder, "step_no_limit"],
    ["on review, without money", { mode: "review" as const, limit: null }, sendMessage, "step_to_review"],
    ["or not: money within a limit", { mode: "live" as const, limit: upTo(1) }, captureOrder, null],
    ["or not: no money", { mode: "live" as const, limit: null }, sendMessage, null],
  ])("%s", (_name, step, action, code) => {
    expect(alwaysNeedsYes(step, action)?.code ?? null).toBe(code);
  });
});

const eur = (minor: number) => ({ minor, currency: "EUR" });

test.each([
  ["is as it was", eur(3_450), "money:34.50:EUR", false, null],
  [
    "is as it was, however its currency is written",
    { minor: 3_450, currency: "eur" },
    "money:34.50:EUR",
    false,
    null,
  ],
  ["is more", eur(3_451), "money:34.50:EUR", false, "step_amount_changed"],
  ["is less", eur(3_449), "money:34.50:EUR", false, "step_amount_changed"],
  [
    "is in another currency",
    { minor: 3_450, currency: "USD" },
    "money:34.50:EUR",
    false,
    "step_amount_changed",
  ],
  ["cannot be said any more", null, "money:34.50:EUR", false, "step_amount_unknown"],
  ["is known by now", eur(3_450), undefined, false, "step_amount_to_review"],
  ["is as unknown as it was", null, undefined, false, null],
  ["is less once it was begun: it may be done", eur(0), "money:34.50:EUR", true, null],
  ["is more once it was begun", eur(10_000), "money:99.99:EUR", true, "step_amount_changed"],
  [
    "is another currency's once it was begun",
    { minor: 1, currency: "JPY" },
    "money:34.50:EUR",
    true,
    "step_amount_changed",
  ],
] as const)("of an amount that %s, another yes: %#", (_name, now, amount, isBegun, code) => {
  const why = needsAnotherYes(now, { amount, isBegun });
  expect(why?.code ?? null).toBe(code);
  if (why !== null) expect(render(why)).toMatch(/approval( again)?\.$/);
});

test("whoever says yes reads how much it is, where anybody knows", () => {
  expect(render(amountToReview(eur(3_450)))).toBe("It moves €34.50 and waits for approval.");
  expect(amountToReview(null).code).toBe("step_amount_unknown");
  expect(amountToReview({ minor: Number.NaN, currency: "EUR" }).code).toBe("step_amount_unknown");
});

test("a charge says what it takes on its own", () => {
  expect(createCharge.getAmount?.({ ...createCharge.example, amount: 3_150, currency: "usd" })).toEqual({
    minor: 3_150,
    currency: "usd",
  });
});

test("each action that moves money says how much, by its input or by asking the app", () => {
  const moving = providers.flatMap(({ id, actions }) =>
    Object.entries(actions).flatMap(([name, action]) =>
      action.movesMoney ? [[`${id} ${name}`, action] as const] : [],
    ),
  );
  expect(moving.length).toBeGreaterThan(3);
  for (const [name, { getAmount, lookUpAmount }] of moving) {
    expect([name, Boolean(getAmount) !== Boolean(lookUpAmount)]).toEqual([name, true]);
  }
});
