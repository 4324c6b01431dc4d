import { describe, expect, test } from "vitest";
import { optionalDecimal, optionalFlag, optionalList, optionalMoment, optionalText } from "./lenient.ts";

describe("what a plugin writes in place of nothing is read as absent", () => {
  test.each([undefined, null, "", "  ", false])("%j", (nothing) => {
    expect(optionalText.parse(nothing)).toBeUndefined();
    expect(optionalDecimal.parse(nothing)).toBeUndefined();
    expect(optionalMoment.parse(nothing)).toBeUndefined();
    expect(optionalList.parse(nothing)).toEqual([]);
    expect(optionalFlag.parse(nothing)).toBe(false);
  });

  test("an empty object is an empty list", () => {
    expect(optionalList.parse({})).toEqual([]);
    expect(optionalList.safeParse({ a: 1 }).success).toBe(false);
  });

  test.each(["0000-00-00T00:00:00", "0000-00-00 00:00:00", "-0001-11-30T00:00:00", "-0001-11-30 00:00:00"])(
    "the zero date %s",
    (zero) => {
      expect(optionalMoment.parse(zero)).toBeUndefined();
    },
  );

  test.each([true, [], "perhaps"])("%j is no such thing", (something) => {
    expect(optionalMoment.safeParse(something).success).toBe(false);
    expect(optionalDecimal.safeParse(something).success).toBe(false);
  });
});
