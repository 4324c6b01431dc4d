import { expect, test } from "vitest";
import { staleGuides } from "#scripts/guides.ts";

test("docs/providers says what the providers declare (npm run guides)", async () => {
  expect(await staleGuides()).toEqual([]);
});
