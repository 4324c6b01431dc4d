import { expect, test } from "vitest";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { findEventTypes } from "./find-event-types.ts";

const all = listEventTypes();
const typesFor = (search: string | undefined) =>
  findEventTypes(all, search).flatMap((group) => group.types.map(({ type }) => type));

test("without a search each type stands once, in the catalogue's order", () => {
  expect(typesFor(undefined)).toEqual(all.map(({ type }) => type));
});

test.each([
  ["a type", "order.paid", ["order.paid"]],
  ["a former topic", "QR_SCANNED", ["qr.scanned"]],
  ["words in any order", "paid  ORDER", ["order.placed", "order.paid", "order.refunded"]],
  ["nothing", "spaceship", []],
])("%s is found", (_name, search, expected) => {
  expect(typesFor(search)).toEqual(expected);
});
