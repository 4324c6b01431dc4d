import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Json, Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { toEventShape, toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { toArbitrary } from "#lib/automations/testing/arbitrary-data.ts";
import { eventCatalogue, findEventType } from "#lib/events/catalogue/catalogue.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { render } from "#lib/words/render.ts";
import { suggestMapping, takeSuggestions } from "./suggest-mapping.ts";

const providers = await loadProviders();

const merchant = { timeZone: "Europe/Berlin", locale: "en" };
const actions = providers.flatMap((provider) =>
  Object.entries(provider.actions).map(([id, action]) => ({ app: provider.id, id, action })),
);
const pairs = eventCatalogue.flatMap((event) =>
  actions.map((action) => ({ event, ...action, name: `${event.type} → ${action.app}.${action.id}` })),
);

function readExamples(example: unknown): Record<string, Json> {
  return z.record(z.string(), z.json()).parse(example);
}

function suggestFor(type: string, app: string, id: string, earlier: { app: string; id: string }[] = []) {
  const definition = findEventType(type);
  const find = (wanted: { app: string; id: string }) =>
    actions.find((one) => one.app === wanted.app && one.id === wanted.id);
  const action = find({ app, id })?.action;
  if (!definition || !action) throw new Error(`${type} or ${app}.${id} is not there`);
  return suggestMapping({
    event: toEventShape(definition),
    input: toInputShape(action),
    app,
    earlier: earlier.flatMap((one) => {
      const before = find(one)?.action;
      return before ? [{ step: one.app, app: one.app, shape: toOutputShape(before) }] : [];
    }),
  });
}

function suggested(...question: Parameters<typeof suggestFor>): Record<string, Value | undefined> {
  return Object.fromEntries(suggestFor(...question).map(({ path: [name], value }) => [String(name), value]));
}

test("there is something to suggest for many actions", () => {
  const withSome = pairs.filter(({ event, app, id }) => suggestFor(event.type, app, id).length > 0);
  expect(withSome.length).toBeGreaterThan(60);
});

/** All suggestions taken, the rest from the action's example. */
function fullMapping({ event, app, action }: (typeof pairs)[number]) {
  const [eventShape, input] = [toEventShape(event), toInputShape(action)];
  const taken = takeSuggestions({}, suggestMapping({ event: eventShape, input, app, earlier: [] }));
  const rest = Object.entries(readExamples(action.example)).map(([name, value]): [string, Value] => [
    name,
    { kind: "fixed", value },
  ]);
  const mapping: Mapping = { ...Object.fromEntries(rest), ...taken };
  return { mapping, problems: checkMapping(mapping, { event: eventShape, input, results: {} }) };
}

function evaluate(mapping: Mapping, type: string, data: Record<string, unknown>) {
  const event = { id: "evt_1", type, occurredAt: "2026-10-25T00:30:00.000Z", data };
  return evaluateMapping(mapping, { event, results: {}, merchant });
}

describe("all suggestions taken, and the rest from the action's example", () => {
  test.each(pairs)("$name: it passes the check, and the action takes what it makes", (pair) => {
    const { mapping, problems } = fullMapping(pair);
    expect(problems.filter(({ isWarning }) => !isWarning)).toEqual([]);
    const outcome = evaluate(mapping, pair.event.type, pair.event.example);
    if (outcome.isReady) {
      expect(pair.action.input.safeParse(outcome.input).error?.issues).toBeUndefined();
    } else {
      // What the example lacks, and the action needs, is named.
      for (const { code } of outcome.problems) expect(code).toBe("mapping_missing");
    }
  });

  test.each(pairs.filter(({ event, action }) => event.source === "platform" && action.effect === "write"))(
    "$name: of any valid event it makes the fields and types that the action takes",
    (pair) => {
      const { mapping, problems } = fullMapping(pair);
      const mayBeTooLarge = problems.some(({ isWarning }) => isWarning);
      fc.assert(
        fc.property(toArbitrary(z.toJSONSchema(pair.event.schema)), (data) => {
          const parsed = pair.event.schema.safeParse(data);
          fc.pre(parsed.success);
          const outcome = evaluate(mapping, pair.event.type, parsed.data);
          if (!outcome.isReady) {
            for (const { code } of outcome.problems) expect(code).toBe("mapping_missing");
            return;
          }
          const issues = pair.action.input.safeParse(outcome.input).error?.issues ?? [];
          // What shapes do not tell: the form of a text, the least amount, what only the action knows.
          const unforeseen = issues.filter(
            ({ code }) =>
              !["invalid_format", "too_small", "custom"].includes(code) &&
              !(mayBeTooLarge && code === "too_big"),
          );
          expect(unforeseen).toEqual([]);
        }),
        { numRuns: 15 },
      );
    },
  );
});

const path = (...names: string[]) => ["data", ...names];

describe("a field is suggested for what it is", () => {
  test("an order's lines, one by one, in the fields of the shop", () => {
    const { lines } = suggested("order.paid", "shopify", "create-order");
    expect(lines).toMatchObject({
      kind: "each_line",
      over: path("lines"),
      ifMissing: { rule: "fail" },
      item: {
        kind: "object",
        fields: {
          sku: {
            kind: "line",
            path: ["sku"],
            transforms: [{ transform: "trim" }],
            ifMissing: { rule: "leave_out" },
          },
          name: { kind: "line", path: ["name"] },
          quantity: { kind: "line", path: ["quantity"], transforms: [], ifMissing: { rule: "fail" } },
          unitAmount: { kind: "line", path: ["unitAmount"] },
          totalAmount: { kind: "line", path: ["totalAmount"] },
        },
      },
    });
  });

  test("the guest's names out of their full name", () => {
    const { firstName, lastName, email } = suggested("order.paid", "salesforce", "create-lead");
    expect(lastName).toMatchObject({
      path: path("customer", "name"),
      transforms: [{ transform: "split", take: "last" }, { transform: "shorten" }],
    });
    expect(firstName).toMatchObject({
      transforms: [{ transform: "split", take: "before_last" }, { transform: "shorten" }],
    });
    expect(email).toMatchObject({ path: path("customer", "email"), ifMissing: { rule: "leave_out" } });
  });

  test("a needed address fails the step where it is missing", () => {
    expect(suggested("order.paid", "mailchimp", "add-or-update-member").email).toMatchObject({
      path: path("customer", "email"),
      ifMissing: { rule: "fail" },
    });
  });

  test("an amount in main units is made of the amount and the currency beside it", () => {
    expect(suggested("order.paid", "salesforce", "create-opportunity").amount).toMatchObject({
      path: path("totalAmount"),
      transforms: [{ transform: "money", currency: { from: "event", path: path("currency") }, as: "number" }],
    });
  });

  test("a day is the merchant's own", () => {
    expect(suggested("order.paid", "salesforce", "create-opportunity").closeDate).toMatchObject({
      path: path("payment", "paidAt"),
      transforms: [{ transform: "date", form: "iso_date" }],
    });
  });

  test("a currency, where the app takes some only, is one of those or missing", () => {
    expect(suggested("order.placed", "paypal", "create-order").currency).toMatchObject({
      path: path("currency"),
      transforms: [{ transform: "lookup", otherwise: { rule: "missing" } }],
    });
  });

  test("an app's own id comes from the step before of the same app", () => {
    const before = [{ app: "paypal", id: "create-order" }];
    expect(suggested("order.placed", "paypal", "capture-order", before).orderId).toMatchObject({
      kind: "result",
      step: "paypal",
      path: ["orderId"],
    });
  });
});

describe("what only looks alike is not suggested", () => {
  test("the total of an order that was placed as what was paid", () => {
    expect(suggested("order.placed", "shopify", "create-order").paidAmount).toBeUndefined();
    expect(suggested("order.paid", "shopify", "create-order").paidAmount).toMatchObject({
      path: path("totalAmount"),
    });
  });

  test("the platform's id of an order as the app's", () => {
    expect(suggested("order.placed", "paypal", "capture-order").orderId).toBeUndefined();
    expect(suggested("order.placed", "woocommerce", "track-order").orderId).toBeUndefined();
  });

  test("what an order is worth as what is given back, and the guest's note as one for the guest", () => {
    expect(suggested("order.paid", "stripe", "refund-charge").amount).toBeUndefined();
    expect(suggested("order.paid", "paypal", "refund-capture")).not.toHaveProperty("note");
    expect(suggested("order.refunded", "paypal", "refund-capture").amount).toMatchObject({
      path: path("refundedAmount"),
    });
  });

  test("another app's status as the shop's", () => {
    const before = [{ app: "stripe", id: "create-charge" }];
    expect(suggested("order.placed", "woocommerce", "update-order-status", before).status).toBeUndefined();
  });

  test("the guest's address as the sender's", () => {
    const email = suggested("order.paid", "sendgrid", "send-email");
    expect(email.to).toBeDefined();
    expect([email.from, email.replyTo]).toEqual([undefined, undefined]);
  });
});

test("each suggestion says why, in words", () => {
  for (const { reason, confidence } of suggestFor("order.paid", "shopify", "create-order")) {
    expect(render(reason)).toMatch(/^[A-Z].*: [\w ]+\.$/);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
  }
});

test("what is mapped already is not taken over", () => {
  const suggestions = suggestFor("order.paid", "mailchimp", "add-or-update-member");
  const own: Value = { kind: "fixed", value: "marta@example.com" };
  expect(takeSuggestions({ email: own }, suggestions).email).toBe(own);
});
