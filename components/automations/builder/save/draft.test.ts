import { describe, expect, test } from "vitest";
import { newStep } from "../steps/step-edits.ts";
import { type Draft, findChanges, toDraft } from "./draft.ts";

const draft: Draft = { name: "Kitchen", eventType: "order.paid", condition: null, steps: [] };
const step = newStep([], { integrationId: "int_1", action: "send-message", movesMoney: false });

describe("a draft as it is saved", () => {
  test("nothing is sent where nothing differs, so that nobody's revision moves", () => {
    expect(findChanges(draft, { ...draft, steps: [] })).toBeNull();
  });

  test("only what differs is sent", () => {
    expect(findChanges(draft, { ...draft, name: "Bar" })).toEqual({ name: "Bar" });
    expect(findChanges(draft, { ...draft, steps: [step] })).toEqual({ steps: [step] });
    const condition = { kind: "any", of: [] } as const;
    expect(findChanges({ ...draft, condition }, draft)).toEqual({ condition: null });
  });

  test("what the API answers is edited as it was sent, with what was left out filled in", () => {
    const { condition: _none, limit: _no, ...sent } = step;
    const stored = { name: "Kitchen", draft: { eventType: "order.paid", condition: null, steps: [sent] } };
    const read = JSON.parse(JSON.stringify(stored));
    expect(toDraft(read)).toEqual({ ...draft, steps: [step] });
  });

  test("a draft that no editor can read keeps its name and event", () => {
    const broken = {
      name: "Kitchen",
      draft: { eventType: "order.paid", condition: { kind: "maybe" }, steps: [] },
    };
    expect(toDraft(broken)).toEqual(draft);
  });
});
