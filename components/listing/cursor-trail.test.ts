import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newerParam, olderParam, readTrail } from "./cursor-trail.ts";

const cursor = fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/);

describe("a cursor trail", () => {
  test("walking older and then newer comes back over the very same pages", () => {
    fc.assert(
      fc.property(fc.array(cursor, { minLength: 1, maxLength: 60 }), (cursors) => {
        const visited: (string | undefined)[] = [undefined];
        for (const next of cursors) visited.push(olderParam(readTrail(visited.at(-1)), next));
        const back = [visited.at(-1)];
        while (readTrail(back.at(-1)).length > 0) back.push(newerParam(readTrail(back.at(-1))));
        expect(back.reverse()).toEqual(visited);
      }),
    );
  });

  test("the last entry is the cursor of the page itself", () => {
    expect(readTrail(olderParam(["a", "b"], "c")).at(-1)).toBe("c");
  });

  test("ends where there is no older page", () => {
    expect(olderParam(["a"], null)).toBeUndefined();
  });

  test.each(["", ".", "a..b", "a b", "ä", `${"a".repeat(1001)}`])("reads %j as the first page", (param) => {
    expect(readTrail(param)).toEqual([]);
  });

  test("never outgrows an address", () => {
    let param: string | undefined;
    for (let page = 0; page < 500; page += 1)
      param = olderParam(readTrail(param), `${page}`.padStart(60, "c"));
    expect(param?.length).toBeLessThan(8_000);
    expect(readTrail(param).at(-1)).toBe("499".padStart(60, "c"));
  });
});
