import fc from "fast-check";
import { expect, test } from "vitest";
import { hasWord, typedWords } from "#lib/search/words.ts";
import { eventSummary } from "./catalogue/event-summary.ts";
import { eventSearch } from "./event-search.ts";
import { listEventTypes } from "./list-event-types.ts";

test.each(listEventTypes().map((definition) => [definition.type, definition] as const))(
  "%s is found by each word of its row",
  (type, { example, title }) => {
    const { searchText } = eventSearch({ id: "evt_1", type, data: example });
    for (const word of typedWords(`${eventSummary({ type, data: example })} ${title}`)) {
      expect(hasWord([searchText], word), word).toBe(true);
    }
  },
);

test("instants and minor units find nothing", () => {
  const data = {
    number: "1015",
    currency: "EUR",
    totalAmount: 10_420,
    lines: [],
    paidAt: "2026-10-02T18:44:10Z",
  };
  const { searchText, reference } = eventSearch({ id: "evt_1", type: "order.paid", data });
  expect(searchText).not.toMatch(/1042|2026/);
  expect(reference).toBe("1015");
});

test("whatever an event holds, its search text can be stored and is bounded", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: "binary" })), (data) => {
      const { searchText } = eventSearch({ id: "evt_1", type: "order.paid", data });
      expect(searchText.length).toBeLessThanOrEqual(2_000);
      expect(searchText.isWellFormed() && !searchText.includes("\0")).toBe(true);
    }),
  );
});
