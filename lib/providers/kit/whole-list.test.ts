import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageOfWhole, parseOffset } from "./whole-list.ts";

const items = Array.from({ length: 25 }, (_, index) => ({ id: `id-${index}`, label: `Stage ${index}` }));

describe("a list that the app sends whole", () => {
  test("comes page by page, each item once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (limit) => {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const page: ReturnType<typeof pageOfWhole> = pageOfWhole({ items, unread: [] }, { cursor, limit });
          found.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(found).toEqual(items.map(({ id }) => id));
      }),
    );
  });

  test("is searched by the words of label and id, in any letters and order", () => {
    const search = (text: string) =>
      pageOfWhole({ items, unread: [] }, { cursor: null, limit: 100, search: text }).items.length;
    expect(search("  STAGE 7 ")).toBe(2);
    expect(search("7 stage")).toBe(2);
    expect(search("id-7")).toBe(1);
    expect(search("")).toBe(25);
    expect(search("nothing like it")).toBe(0);
  });

  test("tells what could not be read on each of its pages", () => {
    const unread = [
      { externalId: null, label: null, fingerprint: "f", code: "no_id", field: "id", params: {} } as const,
    ];
    expect(pageOfWhole({ items, unread: [...unread] }, { cursor: "20", limit: 2 }).unread).toEqual(unread);
  });
});

test.each([
  [null, 0],
  ["", 0],
  ["20", 20],
  ["-1", 0],
  ["1.5", 0],
  ["1e3", 0],
  ["99999999", 0],
  ["next", 0],
])("a cursor %j begins at %i", (cursor, offset) => {
  expect(parseOffset(cursor)).toBe(offset);
});
