import { expect, test } from "vitest";
import { z } from "zod";
import { ProviderError } from "../contract/provider-error.ts";
import { id } from "./lenient.ts";
import { readEach, readPart } from "./read-each.ts";

const known = { id: "id", label: "name" };
const item = z.object({ id, price: z.number() });
const read = (record: unknown) => item.parse(record);

const refusal = (kind: ProviderError["kind"]) =>
  new ProviderError({ kind, message: { code: "verbatim", params: { text: "Refused." } } });

test("a record that cannot be read is kept as unread, and the others come through", () => {
  const { items, unread } = readEach(
    [
      { id: 1, price: 2 },
      { id: 2, price: {} },
      { id: "3", price: 4 },
    ],
    known,
    read,
  );
  expect(items.map((one) => one.id)).toEqual(["1", "3"]);
  expect(unread).toMatchObject([{ externalId: "2", field: "price" }]);
});

test("what concerns the account as a whole ends the reading", () => {
  const fail = () => {
    throw refusal("auth");
  };
  expect(() => readEach([{ id: 1 }], known, fail)).toThrow(ProviderError);
});

test("the name of a record that cannot be read is short, and can be stored", () => {
  const name = `  Soup \0 \ud800 ${"x".repeat(5_000)}`;
  const { unread } = readEach([{ id: 1, name, price: "no" }], known, read);
  expect(unread[0]?.label).toMatch(/^Soup \ufffd \ufffd x+$/);
  expect(unread[0]?.label?.length).toBeLessThanOrEqual(120);
});

test.each(["a\0b", "a\nb", "\u200b", "a\ud800", "x".repeat(201)])(
  "an id that cannot be kept is none: %j",
  (odd) => {
    expect(id.safeParse(odd).success).toBe(false);
    expect(readEach([{ id: odd, price: 1 }], known, read).unread).toMatchObject([{ externalId: null }]);
  },
);

test.each(["not_found", "invalid_input"] as const)(
  "where a part of one record is refused (%s), that record alone is unread",
  async (kind) => {
    const reading = Promise.reject(refusal(kind));
    const { items, unread } = await readPart({ externalId: "7", label: "Menu" }, reading);
    expect(items).toEqual([]);
    expect(unread).toMatchObject([{ externalId: "7", label: "Menu", code: "refused" }]);
  },
);

test.each(["auth", "account_closed", "rate_limited", "timeout"] as const)(
  "where the account or the app is in trouble (%s), the list ends, and is tried again",
  async (kind) => {
    const reading = Promise.reject(refusal(kind));
    await expect(readPart({ externalId: "7", label: "Menu" }, reading)).rejects.toMatchObject({ kind });
  },
);
