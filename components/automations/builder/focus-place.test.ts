import { expect, test } from "vitest";
import { placeAround, placeWords } from "./focus-place.ts";

test("what is around a place is found level by level, up to nothing", () => {
  const places = ["steps[0].mapping.lines[2].sku"];
  for (let place = places[0] ?? ""; place !== ""; place = placeAround(place)) places.push(placeAround(place));
  expect(places).toEqual([
    "steps[0].mapping.lines[2].sku",
    "steps[0].mapping.lines[2]",
    "steps[0].mapping.lines",
    "steps[0].mapping",
    "steps[0]",
    "steps",
    "",
  ]);
});

test.each([
  ["steps[1].mapping.text", "Step 2, text"],
  ["steps[0].integrationId", "Step 1, integrationId"],
  ["steps[0]", "Step 1"],
  ["steps", "Then"],
  ["condition.of[0].value", "Only if"],
  ["name", "name"],
])("%s is told as %s", (path, words) => {
  expect(placeWords(path)).toBe(words);
});
