import fc from "fast-check";
import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import type { IfMissing, Json, Mapping, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";

/** Names that events have, that every object has, and that nothing has. */
const names = [
  "id",
  "data",
  "lines",
  "name",
  "quantity",
  "unitAmount",
  "totalAmount",
  "currency",
  "customer",
  "email",
  "note",
  "occurredAt",
  "length",
  "constructor",
  "__proto__",
  "toString",
  "nowhere",
];
export const oddTexts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    " ",
    "\0",
    "\ud83d",
    "a\udc00b",
    "Mara Klein",
    "ß",
    "İstanbul",
    "👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
    "1.234,50",
    "-0",
    "1e999",
    "9007199254740993",
    "2026-10-25T00:30:00Z",
    "2026-02-30",
    "9999-12-31T23:59:59Z",
    "EUR",
    "jpy",
    "x".repeat(5_000),
  ),
);
const scalar = fc.oneof(oddTexts, fc.double(), fc.integer(), fc.boolean());
export const oddJson: fc.Arbitrary<Json> = fc
  .json({ maxDepth: 4, stringUnit: "binary" })
  .map((text): Json => JSON.parse(text));

const line = fc.record(
  {
    name: fc.oneof(oddTexts, oddJson),
    quantity: fc.oneof(fc.integer(), fc.double(), oddJson),
    unitAmount: fc.oneof(fc.integer(), oddJson),
    totalAmount: fc.oneof(fc.maxSafeInteger(), oddJson),
    currency: oddTexts,
  },
  { requiredKeys: [] },
);
export const oddLines = fc.array(fc.oneof(line, oddJson), { maxLength: 8 });

type Names = (string | number)[];
const path: fc.Arbitrary<Names> = fc.array(fc.oneof(fc.constantFrom(...names), fc.nat({ max: 3 })), {
  minLength: 1,
  maxLength: 4,
});
const eventPath: fc.Arbitrary<Names> = fc.oneof(
  fc.constantFrom<Names>(["id"], ["occurredAt"], ["data", "lines"], ["data", "customer"], ["data"]),
  path.map((inner): Names => ["data", ...inner]),
);
const step = fc.constantFrom("first", "second", "constructor");

const currencySource: fc.Arbitrary<CurrencySource> = fc.oneof(
  fc.record({ from: fc.constant("event"), path: eventPath }),
  fc.record({ from: fc.constant("step"), step, path }),
  fc.record({ from: fc.constant("line"), path }),
  fc.constant({ from: "value" }),
  fc.record({
    from: fc.constant("fixed"),
    currency: fc.constantFrom("EUR", "JPY", "KWD", "ISK", "XXX", "ZZZ"),
  }),
);

const version = fc.constant(1);
const id = <Id extends Transform["transform"]>(name: Id) => ({ transform: fc.constant(name), version });
const shortSeparator = fc.constantFrom(" ", ", ", "\n", "");

/** Every transform, with any of its arguments. */
export const anyTransform: fc.Arbitrary<Transform> = fc.oneof(
  fc.record({ ...id("default"), value: scalar }),
  fc.record({ ...id("join"), separator: shortSeparator }),
  fc.record({
    ...id("split"),
    separator: fc.constantFrom(" ", ",", "a"),
    take: fc.constantFrom("first", "last", "after_first", "before_last", "all"),
  }),
  fc.record({ ...id("case"), to: fc.constantFrom("upper", "lower", "sentence", "words") }),
  fc.record(id("trim")),
  fc.record({ ...id("shorten"), maxLength: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    ...id("to_number"),
    decimalMark: fc.constantFrom(".", ","),
    as: fc.constantFrom("number", "integer"),
  }),
  fc.record({
    ...id("format_number"),
    style: fc.constantFrom("plain", "local"),
    decimals: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
  }),
  fc.record({
    ...id("money"),
    currency: currencySource,
    as: fc.constantFrom("decimal", "number", "shown"),
  }),
  fc.record({
    ...id("date"),
    form: fc.constantFrom("iso_date", "iso_date_time", "date", "time", "date_time", "weekday"),
    zone: fc.constantFrom(undefined, "Europe/Berlin", "Pacific/Apia", "Africa/Monrovia"),
  }),
  fc.record({
    ...id("lookup"),
    entries: fc.array(fc.record({ from: scalar, to: scalar }), { minLength: 1, maxLength: 4 }),
    otherwise: fc.oneof(
      fc.constant({ rule: "keep" }),
      fc.constant({ rule: "missing" }),
      fc.record({ rule: fc.constant("value"), value: scalar }),
    ),
  }),
  fc.record(id("email_address")),
  fc.record(id("first")),
  fc.record(id("count")),
  fc.record({ ...id("sum"), path }),
  fc.record({
    ...id("lines_text"),
    shows: fc.constantFrom("name", "quantity_and_name"),
    separator: shortSeparator,
    prices: fc.option(currencySource, { nil: undefined }),
  }),
);

const transforms = fc.array(anyTransform, { maxLength: 3 });
const ifMissing: fc.Arbitrary<IfMissing> = fc.oneof(
  fc.constant({ rule: "fail" }),
  fc.constant({ rule: "leave_out" }),
  fc.record({ rule: fc.constant("default"), value: oddJson }),
);

const source: fc.Arbitrary<Source> = fc.oneof(
  fc.record({ kind: fc.constant("field"), path: eventPath, transforms, ifMissing }),
  fc.record({ kind: fc.constant("result"), step, path, transforms, ifMissing }),
  fc.record({ kind: fc.constant("line"), path, transforms, ifMissing }),
);

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    source,
    fc.record({ kind: fc.constant("fixed"), value: oddJson }),
    fc.record({
      kind: fc.constant("text"),
      parts: fc.array(fc.oneof(oddTexts, source), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant("object"),
      fields: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 3 }),
    }),
    fc.record({ kind: fc.constant("list"), items: fc.array(tie("value"), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant("each_line"),
      over: eventPath,
      ifMissing,
      item: tie("value"),
    }),
  ),
}));

/** Any mapping that its schema could take, sensible or not. */
export const anyMapping: fc.Arbitrary<Mapping> = fc.dictionary(fc.constantFrom(...names, "text"), anyValue, {
  maxKeys: 4,
});

const conditionSource = fc.oneof(
  fc.record({ kind: fc.constant("field"), path: eventPath, transforms }),
  fc.record({ kind: fc.constant("result"), step, path, transforms }),
);
const compare = { kind: fc.constant("compare"), source: conditionSource };
const bound = fc.oneof(fc.double({ noNaN: true }), oddTexts);

export const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      fc.record({
        ...compare,
        comparison: fc.constantFrom("equals", "not_equals", "contains"),
        value: scalar,
      }),
      fc.record({
        ...compare,
        comparison: fc.constantFrom("greater", "at_least", "less", "at_most"),
        value: bound,
      }),
      fc.record({ ...compare, comparison: fc.constant("starts_with"), value: oddTexts }),
      fc.record({
        ...compare,
        comparison: fc.constant("is_one_of"),
        value: fc.array(scalar, { minLength: 1 }),
      }),
      fc.record({
        ...compare,
        comparison: fc.constantFrom("is_true", "is_false", "is_present", "is_missing"),
      }),
    ),
    fc.record({
      kind: fc.constantFrom("all", "any"),
      of: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Any event and results, valid or not, in zones and languages that may be none. */
export const anyScope: fc.Arbitrary<Scope> = fc.record({
  event: fc.record({
    id: oddTexts,
    type: fc.constantFrom("order.paid", "odd"),
    occurredAt: fc.oneof(fc.constant("2026-10-25T00:30:00.000Z"), oddTexts),
    data: fc.record(
      {
        lines: fc.oneof(oddLines, oddJson),
        customer: oddJson,
        name: oddTexts,
        totalAmount: fc.oneof(fc.maxSafeInteger(), fc.double(), oddJson),
        currency: oddTexts,
        occurredAt: oddTexts,
      },
      { requiredKeys: [] },
    ),
  }),
  results: fc.dictionary(fc.constantFrom("first", "second"), oddJson, { maxKeys: 2 }),
  merchant: fc.record({
    timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/Sao_Paulo", "No/Where", ""),
    locale: fc.constantFrom("en", "de", "ar-SA", "tr", "fa-IR", "no locale", ""),
  }),
});
