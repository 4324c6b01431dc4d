import { expect, test } from "vitest";
import { placeAround } from "./focus-place.ts";
import { placeWords } from "./place-words.ts";
import { newStep } from "./steps/step-edits.ts";

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

const snapshot = {
  connections: [{ id: "int_1", app: "chat", label: "Ana", isSandbox: true, needsAttention: false }],
  apps: [
    {
      id: "chat",
      name: "Chat",
      icon: null,
      summary: "",
      resources: [],
      actions: [
        {
          id: "send",
          title: "Send",
          description: "",
          effect: "write",
          movesMoney: false,
          inputSchema: { type: "object", properties: { to: { type: "string", title: "Channel" } } },
          outputSchema: { type: "object" },
          example: {},
        },
      ],
    },
  ],
} as const;
const send = newStep([], { integrationId: "int_1", action: "send", movesMoney: false });
const definition = { eventType: "order.paid", condition: null, steps: [send] };

test.each([
  ["steps[0].mapping.to", "Step 1, Channel"],
  ["steps[0].mapping.to[2].x", "Step 1, Channel 3 X"],
  ["steps[0].mapping.constructor", "Step 1, Constructor"],
  ["steps[7].mapping.to", "Step 8, To"],
  ["steps[0].integrationId", "Step 1, Account"],
  ["steps[0]", "Step 1"],
  ["steps", "Then"],
  ["condition.of[0].value", "Only if"],
  ["name", "Name"],
])("%s is told as %s", (path, words) => {
  expect(placeWords(snapshot, definition, path, "en")).toBe(words);
});
