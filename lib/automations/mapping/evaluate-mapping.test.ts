import { describe, expect, test } from "vitest";
import { evaluateMapping } from "./evaluate-mapping.ts";
import type { IfMissing, Mapping, Source, Value } from "./mapping-schema.ts";

const data = {
  number: "1042",
  currency: "EUR",
  totalAmount: 3_450,
  winner: null,
  lines: [
    { sku: "PIZZA", name: "Pizza", quantity: 2 },
    { name: "Wine", quantity: 1 },
  ],
  customer: { email: "mara@example.com" },
};
const scope = {
  event: { id: "evt_1", type: "order.paid", occurredAt: "2026-10-02T18:44:10.000Z", data },
  results: { shop: { orderId: "gid://1", tags: ["a"], note: null } },
  merchant: { timeZone: "Europe/Berlin", locale: "en" },
};
const fail: IfMissing = { rule: "fail" };
const leaveOut: IfMissing = { rule: "leave_out" };

function field(path: (string | number)[], ifMissing: IfMissing = fail): Source {
  return { kind: "field", path: ["data", ...path], transforms: [], ifMissing };
}
function result(path: string[], ifMissing: IfMissing = fail): Source {
  return { kind: "result", step: "shop", path, transforms: [], ifMissing };
}
function evaluate(mapping: Mapping) {
  return evaluateMapping(mapping, scope);
}
function eachLine(item: Value, over = ["data", "lines"], ifMissing: IfMissing = fail): Value {
  return { kind: "each_line", over, ifMissing, item };
}

test("an input is made of the event, of results, of fixed values and of texts with fields in them", () => {
  const mapping: Mapping = {
    to: field(["customer", "email"]),
    second: field(["lines", 1, "name"]),
    order: result(["orderId"]),
    at: { kind: "field", path: ["occurredAt"], transforms: [], ifMissing: fail },
    text: { kind: "text", parts: ["Order ", field(["number"]), ": ", field(["totalAmount"])] },
    fixed: { kind: "fixed", value: { deep: [1, null] } },
    row: { kind: "list", items: [field(["number"]), { kind: "fixed", value: "x" }] },
  };
  expect(evaluate(mapping)).toEqual({
    isReady: true,
    leftOut: [],
    input: {
      to: "mara@example.com",
      second: "Wine",
      order: "gid://1",
      at: "2026-10-02T18:44:10.000Z",
      text: "Order 1042: 3450",
      fixed: { deep: [1, null] },
      row: ["1042", "x"],
    },
  });
});

describe("what is missing", () => {
  test.each<[string, Source, string]>([
    ["a field", field(["customer", "phone"]), "Customer phone is missing."],
    ["a null", field(["winner"]), "Winner is missing."],
    ["a null of a step", result(["note"]), "Note of “Shop” is missing."],
    ["beyond the list", field(["lines", 2, "name"]), "Lines 3 name is missing."],
    ["what every object has", field(["customer", "constructor"]), "Customer constructor is missing."],
    ["what every list has", field(["lines", "length"]), "Lines length is missing."],
    ["a letter of a text", field(["number", 0]), "Number 1 is missing."],
  ])("fails and is named: %s", async (_, source, sentence) => {
    const { render } = await import("#lib/words/render.ts");
    const outcome = evaluate({ a: { kind: "object", fields: { b: source } } });
    expect(outcome).toMatchObject({
      isReady: false,
      problems: [{ path: ["a", "b"], code: "mapping_missing" }],
    });
    if (!outcome.isReady) expect(outcome.problems.map((problem) => render(problem))).toEqual([sentence]);
  });

  test("is left out, and told of", () => {
    const phone = field(["customer", "phone"], leaveOut);
    expect(evaluate({ phone, email: field(["customer", "email"]) })).toEqual({
      isReady: true,
      input: { email: "mara@example.com" },
      leftOut: [{ path: ["phone"], source: phone }],
    });
  });

  test("is replaced, also by null where that is meant", () => {
    const input = {
      a: field(["none"], { rule: "default", value: 0 }),
      b: field(["none"], { rule: "default", value: null }),
    };
    expect(evaluate(input)).toMatchObject({ isReady: true, input: { a: 0, b: null } });
  });

  test("leaves a text, but not an empty one", () => {
    const note = field(["note"], leaveOut);
    expect(
      evaluate({ a: { kind: "text", parts: ["Note: ", note] }, b: { kind: "text", parts: [note] } }),
    ).toMatchObject({
      input: { a: "Note: " },
      leftOut: [{ path: ["a"] }, { path: ["b"] }],
    });
  });

  test("leaves out an item of a list, and a whole list of lines", () => {
    expect(
      evaluate({
        tags: { kind: "list", items: [field(["campaign"], leaveOut), { kind: "fixed", value: "QR" }] },
        none: eachLine({ kind: "fixed", value: 1 }, ["data", "items"], leaveOut),
      }),
    ).toMatchObject({ isReady: true, input: { tags: ["QR"] } });
  });

  test("all of it is told at once", () => {
    const outcome = evaluate({ a: field(["x"]), b: field(["y"]), c: field(["number"]) });
    expect(outcome).toMatchObject({ isReady: false, problems: [{ path: ["a"] }, { path: ["b"] }] });
  });
});

describe("for each order line", () => {
  const line = (name: string, ifMissing: IfMissing = fail): Source => ({
    kind: "line",
    path: [name],
    transforms: [],
    ifMissing,
  });

  test("one item, with the line's fields and the event's", () => {
    const fields = { sku: line("sku", leaveOut), n: line("quantity"), of: field(["number"]) };
    expect(evaluate({ lines: eachLine({ kind: "object", fields }) })).toMatchObject({
      isReady: true,
      input: {
        lines: [
          { sku: "PIZZA", n: 2, of: "1042" },
          { n: 1, of: "1042" },
        ],
      },
      leftOut: [{ path: ["lines", 1, "sku"] }],
    });
  });

  test("a line that lacks what is needed is named by its place", () => {
    expect(evaluate({ lines: eachLine(line("sku")) })).toMatchObject({
      isReady: false,
      problems: [{ path: ["lines", 1], code: "mapping_missing", params: { from: "line", field: "sku" } }],
    });
  });

  test.each<[string, Value, string]>([
    ["a line's field outside", line("sku"), "mapping_outside_lines"],
    ["a list in a list", eachLine(eachLine(line("sku"))), "mapping_second_list"],
    ["what is no list", eachLine(line("sku"), ["data", "customer"]), "mapping_not_a_list"],
  ])("%s is a problem, not a crash", (_, value, code) => {
    expect(evaluate({ a: value })).toMatchObject({
      isReady: false,
      problems: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });
});

describe("what a row cannot keep", () => {
  const odd = (value: unknown) =>
    evaluateMapping({ a: field(["odd"]) }, { ...scope, event: { ...scope.event, data: { odd: value } } });

  test("is mended in texts and names", () => {
    const names = { "a\0": "b\0", c: "\ud83d" };
    expect(odd(names)).toMatchObject({ isReady: true, input: { a: { "a\ufffd": "b\ufffd", c: "\ufffd" } } });
    expect(odd(JSON.parse('{"__proto__":{"isAdmin":true},"b":1}'))).toEqual({
      isReady: true,
      input: { a: { b: 1 } },
      leftOut: [],
    });
  });

  test.each<[string, unknown, string]>([
    ["a number that is none", Number.NaN, "mapping_not_data"],
    ["what is no data", { a: () => 1 }, "mapping_not_data"],
    ["a circle", circle(), "mapping_not_data"],
    ["a very long list", Array(300_000).fill(1), "mapping_too_many"],
  ])("%s is a problem", (_, value, code) => {
    expect(odd(value)).toMatchObject({ isReady: false, problems: [{ path: ["a"], code }] });
  });

  test("more lines than an order has are too many", () => {
    const many = { ...data, lines: Array(1_001).fill({ name: "x", quantity: 1 }) };
    const outcome = evaluateMapping(
      { a: eachLine({ kind: "fixed", value: 1 }) },
      { ...scope, event: { ...scope.event, data: many } },
    );
    expect(outcome).toMatchObject({
      isReady: false,
      problems: [{ code: "mapping_too_many", params: { max: 1_000 } }],
    });
  });
});

function circle(): unknown {
  const round: unknown[] = [];
  round.push(round);
  return round;
}
