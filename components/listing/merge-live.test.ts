import { describe, expect, test } from "vitest";
import { mergeLive } from "./merge-live.ts";

type Row = { id: string; status: string };
const row = (id: string, status = "pending"): Row => ({ id, status });
const page = (data: Row[], nextCursor: string | null = "next") => ({ data, nextCursor });

describe("mergeLive", () => {
  test("shows new rows at once where nobody is in the list, and names them", () => {
    const fresh = page([row("4"), row("3"), row("2")], "after-2");
    expect(mergeLive({ shown: page([row("3"), row("2"), row("1")]), fresh, isHeld: false })).toEqual({
      shown: fresh,
      arrivedIds: ["4"],
      waitingCount: 0,
    });
  });

  test("moves nothing under the reader's pointer, but tells the rows' new state and counts what waits", () => {
    const shown = page([row("3"), row("2"), row("1")], "after-1");
    const fresh = page([row("5"), row("4"), row("3", "delivered")], "after-3");
    expect(mergeLive({ shown, fresh, isHeld: true })).toEqual({
      shown: { data: [row("3", "delivered"), row("2"), row("1")], nextCursor: "after-1" },
      arrivedIds: [],
      waitingCount: 2,
    });
  });

  test("a row that left the filter stays while the list is held, and goes when it is let go", () => {
    const shown = page([row("3"), row("2")], null);
    const fresh = page([row("2")], null);
    expect(mergeLive({ shown, fresh, isHeld: true }).shown.data).toEqual(shown.data);
    expect(mergeLive({ shown, fresh, isHeld: false }).shown).toEqual(fresh);
  });

  test("a row that moved up from the next page is not called new", () => {
    const merged = mergeLive({
      shown: page([row("3"), row("2")]),
      fresh: page([row("3"), row("1")]),
      isHeld: false,
    });
    expect(merged.arrivedIds).toEqual([]);
  });

  test("an empty list is never held: there is nothing to disturb", () => {
    const fresh = page([row("1")], null);
    expect(mergeLive({ shown: page([], null), fresh, isHeld: true })).toEqual({
      shown: fresh,
      arrivedIds: ["1"],
      waitingCount: 0,
    });
  });
});
