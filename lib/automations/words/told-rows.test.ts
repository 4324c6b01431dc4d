import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparisonNames } from "#lib/automations/conditions/condition-schema.ts";
import { unmetMessage } from "#lib/automations/sending/unmet-message.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { render } from "#lib/words/render.ts";
import { entitle, tellUnmet } from "./entitle.ts";
import { aboutEvent } from "./names.ts";
import { atLeast, inCurrency, named, total } from "./testing/named.ts";

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
    expect(render(entitle(failed, named()))).toBe(
      "Take the money (field “PayPal order”): Customer email is missing.",
    );
    expect(render(failed)).toBe("Capture (field “Order id”): Customer email is missing.");
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
    fc.property(code, params, (said, values) => {
      const text = render(entitle({ code: said, params: values }, named()));
      expect(text.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/\bkitchen\b|unheard_of_/);
    }),
  );
});
