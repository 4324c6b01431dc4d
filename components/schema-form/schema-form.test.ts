import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { toLabel } from "#lib/to-label.ts";
import { createDraft, type DraftGroup, getGroup, getItems, newItem } from "./draft.ts";
import { placeProblems } from "./problems.ts";
import { readDraft } from "./read-draft.ts";
import { readFields } from "./shape.ts";

function fieldsFor(schema: z.ZodType) {
  return readFields(z.toJSONSchema(schema, { io: "input" }));
}

const order = z.strictObject({
  customer: z.strictObject({ email: z.email(), name: z.string().optional() }).optional(),
  items: z
    .array(z.strictObject({ sku: z.string().min(1).max(5), quantity: z.int().min(1).max(9) }))
    .min(1)
    .meta({ title: "Items" }),
  tags: z.array(z.string()).optional(),
  status: z.enum(["open", "paid"]),
  price: z.number().nullable(),
  isGift: z.boolean().default(false),
  isTaxed: z.boolean().optional(),
  blocks: z.array(z.looseObject({})).optional(),
});

describe("the form drawn from a schema", () => {
  test("has a control for each kind of value, and JSON for what no control fits", () => {
    const kinds = fieldsFor(order).map(({ name, shape }) => [name, shape.kind]);
    expect(kinds).toEqual([
      ["customer", "group"],
      ["items", "list"],
      ["tags", "list"],
      ["status", "choice"],
      ["price", "number"],
      ["isGift", "flag"],
      ["isTaxed", "choice"],
      ["blocks", "json"],
    ]);
  });

  test("takes words, masking, lines and the resource from the schema's own notes", () => {
    const [field] = fieldsFor(
      z.strictObject({
        channelId: z.string().meta({ title: "Channel", description: "Where to", resource: "channels" }),
      }),
    );
    expect(field).toMatchObject({ label: "Channel", help: "Where to", isRequired: true });
    expect(field?.shape).toMatchObject({ kind: "text", resource: "channels", isSecret: false });
  });

  test("draws objects with further fields as JSON, because those fields would be lost", () => {
    const [loose, known] = fieldsFor(
      z.strictObject({ loose: z.looseObject({ a: z.string() }), known: z.object({ a: z.string() }) }),
    );
    expect([loose?.shape.kind, known?.shape.kind]).toEqual(["json", "group"]);
  });

  test("names a field without a title after its key", () => {
    expect(["lineItems", "first_name", "SKU"].map(toLabel)).toEqual(["Line items", "First name", "SKU"]);
  });
});

describe("what is typed becomes input", () => {
  const input = {
    customer: { email: "ana@example.com" },
    items: [{ sku: "soup", quantity: 2 }],
    tags: ["a", "b"],
    status: "paid",
    price: 12.5,
    isGift: true,
    isTaxed: false,
    blocks: [{ type: "divider", x: { y: 1 } }],
  };

  test("an example that fills the form comes out of it unchanged", () => {
    const fields = fieldsFor(order);
    expect(readDraft(fields, createDraft(fields, input))).toEqual({ input, problems: [] });
  });

  test("what is left empty is left out, or null where null is asked for", () => {
    const fields = fieldsFor(order);
    const draft = createDraft(fields, { items: input.items, status: "open" });
    const { input: read } = readDraft(fields, draft);
    expect(read).toEqual({ items: input.items, status: "open", price: null, isGift: false });
  });

  test("unticking what is ticked by default is said", () => {
    const fields = fieldsFor(z.strictObject({ isOpen: z.boolean().default(true) }));
    expect(readDraft(fields, createDraft(fields, {})).input).toEqual({ isOpen: true });
    expect(readDraft(fields, { isOpen: false }).input).toEqual({ isOpen: false });
  });

  test.each([
    ["1,250", "Price must be a number, such as 12.50."],
    ["1e3", "Price must be a number, such as 12.50."],
    ["abc", "Price must be a number, such as 12.50."],
  ])("a number is never guessed from %s", (text, message) => {
    const fields = fieldsFor(z.strictObject({ price: z.number() }));
    expect(readDraft(fields, { price: text }).problems).toEqual([{ path: "price", message }]);
  });
});

describe("problems stand at the path that the API would name", () => {
  const fields = fieldsFor(order);

  test("missing, too many, too small and broken JSON", () => {
    const filled = createDraft(fields, {
      customer: { name: "Ana" },
      items: [{ sku: "ramen-large", quantity: 0 }],
    });
    const { problems } = readDraft(fields, { ...filled, blocks: "[{" });
    expect(problems.map(({ path }) => path)).toEqual([
      "customer.email",
      "items[0].sku",
      "items[0].quantity",
      "status",
      "blocks",
    ]);
  });

  test("a list that needs an entry says so, and an empty entry is not dropped", () => {
    expect(readDraft(fields, createDraft(fields, { status: "open" })).problems).toEqual([
      { path: "items", message: "Items needs at least one entry." },
    ]);
    const texts = fieldsFor(z.strictObject({ tags: z.array(z.string()) }));
    const [tags] = texts;
    if (tags?.shape.kind !== "list") throw new Error("not a list");
    const draft: DraftGroup = { tags: [newItem(tags.shape.item, "a"), newItem(tags.shape.item)] };
    expect(readDraft(texts, draft).problems).toMatchObject([{ path: "tags[1]", isMissing: true }]);
  });

  test("the server's problems reach their field, however the path is written", () => {
    const message = "is wrong";
    const place = (path: string) => placeProblems(fields, [{ path, message }], "input")[0]?.path;
    expect(place("input.items[0].quantity")).toBe("items[0].quantity");
    expect(place("items.0.quantity")).toBe("items[0].quantity");
    expect(place("input.blocks[1].text")).toBe("blocks");
    expect(place("input.customer.phone")).toBe("customer");
    expect(place("action")).toBeNull();
    expect(place("input")).toBeNull();
  });
});

describe("a value that may be a text, a number or a truth", () => {
  const fields = fieldsFor(
    z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
  );
  const read = (value: string) => readDraft(fields, { value }).input.value;

  test("is typed as it is, without quotes; left empty it is null", () => {
    expect([read("Silva"), read("L-2041"), read("120"), read("true"), read('"120"'), read("")]).toEqual([
      "Silva",
      "L-2041",
      120,
      true,
      "120",
      null,
    ]);
  });

  test("comes out as it was filled in", () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(value, (entered) => {
        expect(readDraft(fields, createDraft(fields, { value: entered }))).toEqual({
          input: { value: entered },
          problems: [],
        });
      }),
    );
  });
});

test("whatever was filled in comes out the same", () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.trim() !== "");
  const schema = z.strictObject({
    text: z.string(),
    count: z.int(),
    amount: z.number().optional(),
    list: z.array(z.strictObject({ name: z.string(), isOn: z.boolean(), codes: z.array(z.string()) })),
    free: z.array(z.record(z.string(), z.unknown())),
  });
  const fields = fieldsFor(schema);
  const example = fc.record(
    {
      text,
      count: fc.integer(),
      amount: fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
      list: fc.array(fc.record({ name: text, isOn: fc.boolean(), codes: fc.array(text) })),
      free: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    },
    { requiredKeys: ["text", "count", "list", "free"] },
  );
  fc.assert(
    fc.property(example, (input) => {
      const { input: read, problems } = readDraft(fields, createDraft(fields, input));
      expect(problems).toEqual([]);
      expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(input)));
    }),
  );
});

/** Key order is not the form's to keep. */
function sorted(input: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(input).toSorted(([a], [b]) => a.localeCompare(b));
}

test("a draft of another kind than the field is read as empty, not as something else", () => {
  expect(getItems("x")).toEqual([]);
  expect(getGroup([newItem({ kind: "flag" })])).toEqual({});
});
