import { expect, test } from "vitest";
import { z } from "zod";
import { findEventType } from "./catalogue/catalogue.ts";
import { listEventTypes } from "./list-event-types.ts";
import { readEventData } from "./read-event-data.ts";
import { eventInput } from "./schema.ts";

const guest = z.strictObject({ name: z.string().optional(), email: z.string().optional() });
const schema = z.strictObject({
  id: z.string(),
  winner: z.string().nullable(),
  guest: guest.optional(),
  lines: z.array(z.strictObject({ sku: z.string().optional(), count: z.int() })).optional(),
});

test.each([
  [
    { id: "a", winner: null, guest: null },
    { id: "a", winner: null },
  ],
  [
    { id: "a", winner: "b", guest: { name: null, email: "x" } },
    { id: "a", winner: "b", guest: { email: "x" } },
  ],
  [
    { id: "a", winner: null, lines: [{ sku: null, count: 1 }, { count: 2 }] },
    { id: "a", winner: null, lines: [{ count: 1 }, { count: 2 }] },
  ],
])("null counts as left out where a field may be: %j", (data, read) => {
  expect(readEventData(schema, data).data).toEqual(read);
});

test.each([
  [{ id: null, winner: null }, ["id"]],
  [{ id: "a", winner: null, lines: [null] }, ["lines", 0]],
  [{ id: "a", winner: null, lines: [{ sku: null, count: null }] }, ["lines", 0, "sku"]],
  [{ id: "a", winner: null, unknown: null }, []],
])("what must be there is refused where it stands: %j", (data, path) => {
  expect(readEventData(schema, data).error?.issues[0]?.path).toEqual(path);
});

test.each(listEventTypes().filter(({ source }) => source === "platform"))(
  "$type takes null for each field that may be left out",
  ({ type, schema: written, example }) => {
    const { properties, required } = z
      .object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).default([]) })
      .parse(written);
    const optional = Object.keys(properties).filter((name) => !required.includes(name));
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    const definition = findEventType(type);
    expect(optional.length).toBeGreaterThan(0);
    expect(definition && readEventData(definition.schema, { ...example, ...nulls }).success).toBe(true);
  },
);

test("an event takes null for its id and its time", () => {
  const data = { id: null, occurredAt: null, type: "qr.scanned", data: { kept: null } };
  expect(readEventData(eventInput, data).data).toEqual({ type: "qr.scanned", data: { kept: null } });
});
