import { describe, expect, test } from "vitest";
import { captureOrder } from "#lib/providers/paypal/actions/capture-order.ts";
import { providers } from "#lib/providers/registry.ts";
import { sendMessage } from "#lib/providers/slack/actions/send-message.ts";
import { createCharge } from "#lib/providers/stripe/actions/create-charge.ts";
import { render } from "#lib/words/render.ts";
import { alwaysNeedsYes, needsYesFor } from "./needs-yes.ts";

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
  if (why !== null) expect(render(why)).toMatch(/yes\.$/);
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

test("a charge says what it takes by itself", () => {
  expect(createCharge.amountOf?.({ ...createCharge.example, amount: 3_150, currency: "usd" })).toEqual({
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
  for (const [name, { amountOf, lookUpAmount }] of moving) {
    expect([name, Boolean(amountOf) !== Boolean(lookUpAmount)]).toEqual([name, true]);
  }
});
