import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, comparisonNames } from "#lib/automations/conditions/condition-schema.ts";
import type { Json, Source } from "#lib/automations/mapping/mapping-schema.ts";
import { unmetMessage } from "#lib/automations/sending/unmet-message.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { render } from "#lib/words/render.ts";
import { conditionText } from "./condition-words.ts";
import { entitle } from "./entitle.ts";
import { sourceTitle, titleOfPath } from "./field-words.ts";
import { valueParts } from "./mapping-words.ts";
import { createNames, unnamed } from "./names.ts";
import {
  atLeast,
  berlin,
  createStep,
  event,
  findAction,
  inCurrency,
  named,
  ofField,
  steps,
  total,
} from "./testing/named.ts";
import { shownValue } from "./value-words.ts";

describe("a path has one title", () => {
  test.each([
    [["data", "totalAmount"], "Total amount"],
    [["data", "customer", "email"], "Customer email"],
    [["data", "customer", "hasMarketingConsent"], "Customer marketing consent"],
    [["data", "lines", 0, "sku"], "Lines 1 SKU"],
    [["data", "lines", "each", "name"], "Lines name"],
    [["occurredAt"], "When it happened"],
    [["data", "constructor"], "Constructor"],
  ])("%j of an event is %s", (path, title) => {
    expect(titleOfPath(event, path)).toBe(title);
  });

  test("a result of an earlier step is told with what the step does", () => {
    const result: Source = {
      kind: "result",
      step: "capture",
      path: ["captureId"],
      transforms: [],
      ifMissing: { rule: "fail" },
    };
    expect(sourceTitle(result, named())).toBe("Capture id of “Take the money”");
    expect(sourceTitle({ ...result, step: "gone_step" }, named())).toBe("Capture id of “Gone step”");
  });

  test("steps that do the same are told apart by their numbers", () => {
    const twice = [...steps, createStep("bar", "slack", "send-message")];
    const names = createNames({ eventType: "order.paid", steps: twice }, findAction, berlin);
    expect([...names.steps.values()].map(({ title }) => title)).toEqual([
      "Take the money",
      "Send a message (2)",
      "Send a message (3)",
    ]);
  });
});

describe("a condition is told in people's form", () => {
  test.each([
    ["EUR", "Total amount is at least €50.00"],
    ["JPY", "Total amount is at least ¥5,000"],
    ["KWD", /^Total amount is at least KWD.5\.000$/],
    [null, "Total amount is at least 50.00"],
  ])("an amount in %s", (currency, text) => {
    expect(conditionText(atLeast(5_000), inCurrency(currency))).toEqual(
      typeof text === "string" ? text : expect.stringMatching(text),
    );
  });

  test("a group that names its currency tells its amounts in it", () => {
    const isYen = {
      kind: "compare",
      source: ofField("currency"),
      comparison: "equals",
      value: "JPY",
    } as const;
    expect(conditionText({ kind: "all", of: [isYen, atLeast(5_000)] }, inCurrency(null))).toBe(
      "Currency is “JPY” and total amount is at least ¥5,000",
    );
  });

  test.each<[Condition, string]>([
    [
      { kind: "compare", source: ofField("customer", "hasMarketingConsent"), comparison: "is_true" },
      "Customer marketing consent is yes",
    ],
    [
      {
        kind: "compare",
        source: ofField("payment", "paidAt"),
        comparison: "less",
        value: "2026-10-02T22:30:00Z",
      },
      "Payment paid at is before 3 October 2026 at 00:30",
    ],
    [
      { kind: "compare", source: ofField("payment", "paidAt"), comparison: "at_least", value: "2026-10-02" },
      "Payment paid at is on or after 2 October 2026",
    ],
    [
      {
        kind: "compare",
        source: ofField("payment", "method"),
        comparison: "is_one_of",
        value: ["apple_pay", "cash"],
      },
      "Payment method is one of “apple pay”, “cash”",
    ],
    [
      { kind: "compare", source: ofField("customer", "email"), comparison: "is_present" },
      "Customer email is there",
    ],
    [
      {
        kind: "compare",
        source: { ...ofField("lines"), transforms: [{ transform: "count", version: 1 }] },
        comparison: "greater",
        value: 1_200,
      },
      "Number of lines is more than 1,200",
    ],
    [
      {
        kind: "compare",
        source: {
          ...ofField("lines"),
          transforms: [{ transform: "sum", version: 1, path: ["totalAmount"] }],
        },
        comparison: "at_most",
        value: 990,
      },
      "Sum of total amount over lines is at most €9.90",
    ],
    [
      { kind: "any", of: [atLeast(1), { kind: "all", of: [atLeast(2), atLeast(3)] }] },
      "Total amount is at least €0.01 or (total amount is at least €0.02 and total amount is at least €0.03)",
    ],
  ])("%j", (condition, text) => {
    expect(conditionText(condition, inCurrency("EUR"))).toBe(text);
  });

  test("an amount of an earlier step is told in the currency that it answered", () => {
    const compared = {
      kind: "compare",
      source: { kind: "result", step: "capture", path: ["amount"], transforms: [] },
      comparison: "at_least",
      value: 5_000,
    } as const;
    const names = { ...inCurrency("EUR"), results: { capture: { amount: 100, currency: "jpy" } } };
    expect(conditionText(compared, names)).toBe("Amount of “Take the money” is at least ¥5,000");
    expect(conditionText(compared, inCurrency("EUR"))).toContain("at least €50.00");
  });

  test("each comparison has its words", () => {
    for (const comparison of comparisonNames) {
      const said = unmetMessage({ source: total, comparison, expected: null, actual: null });
      expect(render(entitle(said, named()))).toMatch(
        /^Skipped: this is done only if total amount [a-z ]+\.$/,
      );
    }
  });
});

test("a value of a mapping keeps what is written apart from what is put in", () => {
  const number = {
    kind: "field",
    path: ["data", "number"],
    transforms: [],
    ifMissing: { rule: "fail" },
  } as const;
  expect(valueParts({ kind: "text", parts: ["Order ", number] }, named(), null)).toEqual([
    { kind: "text", text: "Order " },
    { kind: "source", name: "Number" },
  ]);
  const amount = shapeOfType("integer", { meaning: "amount" });
  expect(valueParts({ kind: "fixed", value: 1_250 }, inCurrency("EUR"), amount)).toEqual([
    { kind: "text", text: "€12.50" },
  ]);
  expect(valueParts({ kind: "fixed", value: true }, named(), null)).toEqual([{ kind: "text", text: "yes" }]);
});

test("a number of seconds is a span, a pair of amount and currency is money", () => {
  const about = { shape: null, reader: berlin, currency: null };
  expect(shownValue(1_800, { ...about, name: "expiresInSeconds" })).toBe("30 minutes");
  expect(shownValue({ amount: 3_750, currency: "EUR" }, about)).toBe("€37.50");
  expect(shownValue(null, about)).toBe("nothing");
});

test("any value at all can be told", () => {
  const shapes = [null, event, shapeOfType("instant"), shapeOfType("integer", { meaning: "amount" })];
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...shapes), (value, shape) => {
      const json: Json = JSON.parse(JSON.stringify(value));
      expect(typeof shownValue(json, { shape, reader: berlin, currency: "EUR" })).toBe("string");
    }),
  );
  expect(unnamed(berlin).steps.size).toBe(0);
});
