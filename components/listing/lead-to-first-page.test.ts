import { describe, expect, test } from "vitest";
import { invalidInput, notFound } from "#lib/errors.ts";
import { decodeCursor, idCursor } from "#lib/listing/cursor.ts";
import { isCursorRefused, leadToFirstPage } from "./lead-to-first-page.ts";

const cursorError = { path: "cursor", message: "is not a cursor of this list" };

function toProviderError(cursor: string): unknown {
  try {
    return decodeCursor(cursor, idCursor);
  } catch (error) {
    return error;
  }
}

describe("a page of a list that cannot be read", () => {
  test("is the first page instead where only the cursor was refused", () => {
    expect(isCursorRefused(toProviderError("bad"))).toBe(true);
    expect(() => leadToFirstPage("/events?q=1042")(toProviderError("bad"))).toThrow("NEXT_REDIRECT");
  });

  test.each([
    [
      "another field is wrong as well",
      invalidInput([cursorError, { path: "search", message: "is too long" }]),
    ],
    ["the thing is not there", notFound("inbox")],
    ["something broke", new Error("connection lost")],
  ])("stays an error where %s", (_why, error) => {
    expect(isCursorRefused(error)).toBe(false);
    expect(() => leadToFirstPage("/events")(error)).toThrow(error);
  });
});
