import { describe, expect, test } from "vitest";
import { toEventShape, toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import {
  check,
  eachLine,
  fail,
  field,
  fixed,
  kitchens,
  leaveOut,
  line,
  type Name,
  requireAction,
  shopLine,
} from "#lib/automations/testing/right-mappings.ts";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { render } from "#lib/words/render.ts";
import { checkMapping } from "./check-mapping.ts";
import type { Mapping, Source } from "./mapping-schema.ts";

const version = 1;

test.each<Name>([
  "shopify.create-order",
  "slack.send-message",
  "google-sheets.append-row",
  "salesforce.create-opportunity",
])("nothing is wrong with a mapping that is right: %s", (name) => {
  expect(check(name, {}).filter(({ isWarning }) => !isWarning)).toEqual([]);
});

const result = (step: string, path: string): Source => ({
  kind: "result",
  step,
  path: [path],
  transforms: [],
  ifMissing: fail,
});
const money: Transform = {
  transform: "money",
  version,
  currency: { from: "event", path: ["data", "money"] },
  as: "number",
};

test("a table may choose among the app's own ids", () => {
  const channel = field("tableNumber", fail, [kitchens("C0KITCHEN1")]);
  expect(check("slack.send-message", { channel, text: fixed("An order") })).toEqual([]);
});

describe("what is wrong is named with its place", () => {
  test.each<[string, Name, Mapping, string, (string | number)[]]>([
    [
      "an unknown field of the event",
      "slack.send-message",
      { text: field("nowhere") },
      "mapping_unknown_source",
      ["text"],
    ],
    [
      "a name that every object has",
      "slack.send-message",
      { text: field("constructor") },
      "mapping_unknown_source",
      ["text"],
    ],
    [
      "an unknown result",
      "slack.send-message",
      { text: result("shop", "nowhere") },
      "mapping_unknown_source",
      ["text"],
    ],
    [
      "an unknown step",
      "slack.send-message",
      { text: result("crm", "id") },
      "mapping_unknown_step",
      ["text"],
    ],
    ["a later step", "slack.send-message", { text: result("mail", "id") }, "mapping_later_step", ["text"]],
    [
      "an unknown field of the action",
      "slack.send-message",
      { colour: fixed("red") },
      "mapping_unknown_input",
      ["colour"],
    ],
    [
      "a needed text that may be missing",
      "slack.send-message",
      { text: field("note", leaveOut) },
      "mapping_may_be_missing",
      ["text"],
    ],
    [
      "a needed result that may be missing",
      "slack.send-message",
      { text: { ...result("shop", "name"), ifMissing: leaveOut } },
      "mapping_may_be_missing",
      ["text"],
    ],
    [
      "a text of which nothing may be left",
      "slack.send-message",
      { text: { kind: "text", parts: [field("note", leaveOut)] } },
      "mapping_may_be_missing",
      ["text"],
    ],
    [
      "a number as a text",
      "slack.send-message",
      { text: field("totalAmount") },
      "mapping_does_not_fit",
      ["text"],
    ],
    [
      "a list within a text",
      "slack.send-message",
      { text: { kind: "text", parts: [field("lines")] } },
      "mapping_does_not_fit",
      ["text"],
    ],
    [
      "a fixed value of another form",
      "slack.send-message",
      { channel: fixed("general") },
      "mapping_wrong_form",
      ["channel"],
    ],
    [
      "a fixed value that is too long",
      "slack.send-message",
      { text: fixed("x".repeat(4_001)) },
      "mapping_longer_than",
      ["text"],
    ],
    ["a fixed null", "slack.send-message", { text: fixed(null) }, "mapping_does_not_fit", ["text"]],
    [
      "a default that is no text, within one",
      "slack.send-message",
      { text: { kind: "text", parts: ["a", field("note", { rule: "default", value: [] })] } },
      "mapping_does_not_fit",
      ["text"],
    ],
    [
      "a default of another type",
      "slack.send-message",
      { text: field("note", { rule: "default", value: 5 }) },
      "mapping_does_not_fit",
      ["text"],
    ],
    [
      "a transform that does not fit",
      "slack.send-message",
      { text: field("number", fail, [{ transform: "count", version }]) },
      "mapping_transform_does_not_fit",
      ["text"],
    ],
    [
      "a currency that is not there",
      "salesforce.create-opportunity",
      { amount: field("totalAmount", fail, [money]) },
      "mapping_unknown_source",
      ["amount"],
    ],
    [
      "a moment as a day",
      "salesforce.create-opportunity",
      { closeDate: field("payment.paidAt") },
      "mapping_does_not_fit",
      ["closeDate"],
    ],
    [
      "a day that is none",
      "salesforce.create-opportunity",
      { closeDate: fixed("31.12.2026") },
      "mapping_wrong_form",
      ["closeDate"],
    ],
    [
      "a table with a value of another form",
      "slack.send-message",
      { channel: field("tableNumber", fail, [kitchens("general")]) },
      "mapping_wrong_form",
      ["channel"],
    ],
    [
      "a value that is not offered",
      "shopify.create-order",
      { stock: fixed("eat") },
      "mapping_not_among",
      ["stock"],
    ],
    [
      "a free text for a choice",
      "shopify.create-order",
      { stock: field("number") },
      "mapping_not_among",
      ["stock"],
    ],
    [
      "a line's field outside of the list",
      "shopify.create-order",
      { number: line("name") },
      "mapping_line_outside",
      ["number"],
    ],
    [
      "a field that lines do not have",
      "shopify.create-order",
      { lines: shopLine({ name: line("colour") }) },
      "mapping_unknown_source",
      ["lines", 0, "name"],
    ],
    [
      "a field that the shop's lines do not have",
      "shopify.create-order",
      { lines: shopLine({ colour: fixed("red") }) },
      "mapping_unknown_input",
      ["lines", 0, "colour"],
    ],
    [
      "a line without what it needs",
      "shopify.create-order",
      { lines: eachLine({ kind: "object", fields: {} }) },
      "mapping_input_missing",
      ["lines", 0, "quantity"],
    ],
    [
      "a second list",
      "shopify.create-order",
      { tags: eachLine(line("name")) },
      "mapping_second_list",
      ["tags"],
    ],
    [
      "a list in a list",
      "shopify.create-order",
      { lines: shopLine({ name: eachLine(line("name")) }) },
      "mapping_second_list",
      ["lines", 0, "name"],
    ],
    [
      "a gap in a row",
      "google-sheets.append-row",
      { values: { kind: "list", items: [field("tableNumber", leaveOut), field("number")] } },
      "mapping_gap_in_row",
      ["values", 0],
    ],
    [
      "a row of nothing",
      "google-sheets.append-row",
      { values: { kind: "list", items: [] } },
      "mapping_items",
      ["values"],
    ],
    [
      "a text as a list",
      "google-sheets.append-row",
      { values: field("number") },
      "mapping_does_not_fit",
      ["values"],
    ],
    [
      "an object as a list",
      "google-sheets.append-row",
      { values: { kind: "object", fields: {} } },
      "mapping_does_not_fit",
      ["values"],
    ],
  ])("%s", (_, name, change, code, path) => {
    const problems = check(name, change).filter(({ isWarning }) => !isWarning);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    for (const problem of problems) expect(render(problem)).toMatch(/^[A-Z\w].*\.$/s);
  });

  test("a needed field that nothing is said of", () => {
    const input = toInputShape(requireAction("slack", "send-message"));
    const problems = checkMapping({}, { event: toEventShape(orderPaid), input, results: {} });
    expect(problems).toEqual([
      { path: ["channel"], code: "mapping_input_missing", params: {}, isWarning: false },
      { path: ["text"], code: "mapping_input_missing", params: {}, isWarning: false },
    ]);
  });

  test("what works for most events is a warning", () => {
    expect(check("slack.send-message", { text: field("note") })).toEqual([
      { path: ["text"], code: "mapping_may_be_too_long", params: { max: 4_000 }, isWarning: true },
    ]);
    expect(check("shopify.create-order", {})).toContainEqual(
      expect.objectContaining({ path: ["lines"], code: "mapping_may_be_too_many", isWarning: true }),
    );
  });
});
