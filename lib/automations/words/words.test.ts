import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, comparisonNames } from "#lib/automations/conditions/condition-schema.ts";
import { type Step, stepSchema } from "#lib/automations/definition-schema.ts";
import type { Json, Source } from "#lib/automations/mapping/mapping-schema.ts";
import { unmetMessage } from "#lib/automations/sending/unmet-message.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { render } from "#lib/words/render.ts";
import { conditionText } from "./condition-words.ts";
import { entitle, tellUnmet } from "./entitle.ts";
import { sourceTitle, titleOfPath } from "./field-words.ts";
import { valueParts } from "./mapping-words.ts";
import { aboutEvent, type Names, namesOf, shapeOfEvent, unnamed } from "./names.ts";
import { shownValue } from "./value-words.ts";

const stepOf = (key: string, integrationId: string, action: string): Step =>
  stepSchema.parse({ key, integrationId, action, mapping: {} });
const steps = [stepOf("capture", "paypal", "capture-order"), stepOf("kitchen", "slack", "send-message")];
const actionOf = ({ integrationId, action }: Step) => ({
  action: lookUp(findProvider(integrationId)?.actions ?? {}, action) ?? null,
});
const berlin = { locale: "en", timeZone: "Europe/Berlin" } as const;
const named = (eventType: "order.paid" | "qr.scanned" | "order.refunded" = "order.paid"): Names =>
  namesOf({ eventType, steps }, actionOf, berlin);
const inCurrency = (currency: string | null): Names => ({ ...named(), currency });
const event = shapeOfEvent("order.paid");

const ofField = (...path: string[]) => ({ kind: "field", path: ["data", ...path], transforms: [] }) as const;
const total = ofField("totalAmount");
const atLeast = (value: number): Condition => ({
  kind: "compare",
  source: total,
  comparison: "at_least",
  value,
});

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
    const twice = [...steps, stepOf("bar", "slack", "send-message")];
    const names = namesOf({ eventType: "order.paid", steps: twice }, actionOf, berlin);
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

describe("what a row keeps is told with titles", () => {
  const row = unmetMessage({ source: total, comparison: "at_least", expected: 5_000, actual: 2_000 });

  test("a condition that was not met, and the value that it met", () => {
    expect(row.params).toMatchObject({ field: "totalAmount", expected: "5000" });
    expect(render(entitle(row, inCurrency("EUR"), atLeast(5_000)))).toBe(
      "Skipped: this is done only if total amount is at least €50.00.",
    );
    const failed = { source: total, comparison: "at_least", expected: 5_000, actual: 2_000 } as const;
    expect(render(tellUnmet(failed, inCurrency("EUR")))).toBe(
      "Skipped: this is done only if total amount is at least €50.00. Here it is €20.00.",
    );
    expect(render(tellUnmet({ ...failed, actual: null }, inCurrency("EUR")))).toContain(
      "Here it is missing.",
    );
  });

  test("without the definition what the row says is told all the same", () => {
    expect(render(row)).toBe("Skipped: this is done only if total amount is at least 5,000.");
    expect(render(entitle(row, inCurrency("JPY")))).toContain("at least ¥5,000");
  });

  test("a step and its field by what they are called", () => {
    const missing: Message = {
      code: "mapping_missing",
      params: { from: "event", field: "customer.email", step: null },
    };
    const failed = say("step_failed", {
      step: "capture",
      kind: "invalid_input",
      field: "orderId",
      said: saidParam(missing),
    });
    expect(render(entitle(failed, named()))).toBe("Take the money: PayPal order. Customer email is missing.");
    expect(render(failed)).toBe("Capture: Order id. Customer email is missing.");
    const whole = { ...failed, params: { ...failed.params, field: "" } };
    expect(render(entitle(whole, named()))).toBe("Take the money: Customer email is missing.");
  });

  test("told twice it is the same", () => {
    const once = entitle(say("step_in_review", { step: "capture" }), named());
    expect(entitle(once, named())).toEqual(once);
    expect(render(once)).toBe("Take the money: it is prepared and waits for approval.");
  });

  test("another run of the same is told by what it is about, never by an id", () => {
    const said = say("run_same_fact", { run: "dlv_0001" });
    const order = aboutEvent(named(), { type: "order.paid", data: { number: "1042", currency: "eur" } });
    expect(render(entitle(said, order))).toBe(
      "Order 1042 was already handled by another run, so this one did nothing.",
    );
    expect(render(said)).not.toContain("dlv_");
    const scan = aboutEvent(named("qr.scanned"), { type: "qr.scanned", data: {} });
    expect(render(entitle(said, scan))).toMatch(/^QR code scanned was/);
  });

  test("a span that a step came too late by is told in its largest units", () => {
    expect(render(say("step_late", { seconds: 1_200 }))).toBe(
      "Skipped: more than 20 minutes had passed since the event.",
    );
    expect(render(say("attention_open", { step: "Send a message", seconds: 7_200 }))).toContain(
      "within 2 hours.",
    );
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

test("whatever a row holds, something is told of it and no key of a step is", () => {
  const params = fc.record({
    step: fc.constantFrom("capture", "kitchen", "unheard_of", "constructor", "__proto__"),
    field: fc.string({ maxLength: 40 }),
    from: fc.constantFrom("event", "step", "line", "nowhere"),
    comparison: fc.constantFrom(...comparisonNames, "unheard_of", "constructor"),
    expected: fc.oneof(fc.string(), fc.constant(null), fc.constant("5000"), fc.constant("[1,2")),
    kind: fc.constant("invalid_input"),
    said: fc.string(),
  });
  const code = fc.constantFrom("condition_not_met", "step_failed", "mapping_missing", "step_in_review");
  fc.assert(
    fc.property(code, params, (said, given) => {
      const text = render(entitle({ code: said, params: given }, named()));
      expect(text.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/\bkitchen\b|unheard_of_/);
    }),
  );
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
