import { describe, expect, test } from "vitest";
import { stepKeySchema } from "#lib/automations/mapping/path-schema.ts";
import { duplicateStep, findDependentSteps, moveStep, newStep, newStepKey } from "./step-edits.ts";

const slack = { integrationId: "int_1", action: "send-message", movesMoney: false };
const first = newStep([], slack);
const second = newStep([first], slack);

describe("editing the steps", () => {
  test.each(["send-message", "Größe", "1-first", "x".repeat(80)])(
    "a key made of %j is one, and another for each step of it",
    (action) => {
      const one = { ...first, key: newStepKey([], action) };
      const other = newStepKey([one], action);
      expect(stepKeySchema.safeParse(one.key).success).toBe(true);
      expect(stepKeySchema.safeParse(other).success).toBe(true);
      expect(other).not.toBe(one.key);
    },
  );

  test("a step that moves money asks first until someone says otherwise", () => {
    expect(newStep([], { ...slack, movesMoney: true }).mode).toBe("review");
    expect(first.mode).toBe("live");
  });

  test("a copy stands right after its step, with a key of its own", () => {
    const copied = duplicateStep([first, second], 0);
    expect(copied.map(({ key }) => key)).toEqual(["send-message", "send-message-3", "send-message-2"]);
  });

  test("a step at the end stays where it is", () => {
    expect(moveStep([first, second], 0, -1)).toEqual([first, second]);
    expect(moveStep([first, second], 1, 1)).toEqual([first, second]);
    expect(moveStep([first, second], 0, 1)).toEqual([second, first]);
  });

  test("who uses a step's result is known, however deep it stands", () => {
    const source = {
      kind: "result",
      step: first.key,
      path: ["messageId"],
      transforms: [],
      ifMissing: { rule: "fail" },
    } as const;
    const user = {
      ...second,
      mapping: { lines: { kind: "list", items: [{ kind: "text", parts: ["a", source] }] } },
    } as const;
    expect(findDependentSteps({ steps: [first, user] }, first.key)).toEqual([second.key]);
    expect(findDependentSteps({ steps: [first, second] }, first.key)).toEqual([]);
  });
});
