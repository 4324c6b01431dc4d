import { describe, expect, test } from "vitest";
import { findDealPlace } from "./pipelines.ts";

const order = { label: "", displayOrder: 0, archived: false };
const pipelines = [
  {
    ...order,
    id: "default",
    stages: [
      { ...order, id: "new" },
      { ...order, id: "won" },
    ],
  },
  {
    ...order,
    id: "parties",
    stages: [
      { ...order, id: "11" },
      { ...order, id: "12" },
    ],
  },
  { ...order, id: "empty", stages: [] },
];

describe("the place of a new deal", () => {
  test.each([
    [{}, "default", "new"],
    [{ pipeline: "parties" }, "parties", "11"],
    [{ stage: "12" }, "parties", "12"],
    [{ pipeline: "default", stage: "won" }, "default", "won"],
  ])("of %j is %s, %s", (wanted, pipelineId, stageId) => {
    expect(findDealPlace(pipelines, wanted)).toEqual({ pipelineId, stageId });
  });

  test.each([
    [{ pipeline: "gone" }, "pipeline"],
    [{ stage: "gone" }, "stage"],
    [{ pipeline: "default", stage: "12" }, "stage"],
    [{ pipeline: "empty" }, "stage"],
  ])("of %j is refused, and the %s is to be chosen again", (wanted, what) => {
    expect(() => findDealPlace(pipelines, wanted)).toThrow(
      expect.objectContaining({ kind: "invalid_input", message: expect.stringContaining(what) }),
    );
  });
});
