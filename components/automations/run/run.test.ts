import { describe, expect, test } from "vitest";
import type { RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { decisionText } from "./decision-text.ts";
import { stepState } from "./step-state.ts";

describe("how a step stands", () => {
  const getState = (
    status: RunStepDto["status"],
    canDecide: RunStepDto["canDecide"],
    run = "held" as const,
  ) => stepState({ status, canDecide, decision: null }, { status: run });

  test("one that is not reached is still to come only while its run goes on", () => {
    for (const status of ["pending", "held"] as const) {
      expect(stepState({ status: "waiting", canDecide: null, decision: null }, { status })).toMatchObject({
        isPlanned: true,
      });
    }
    for (const status of ["delivered", "failed", "cancelled"] as const) {
      expect(stepState({ status: "waiting", canDecide: null, decision: null }, { status })).toMatchObject({
        word: "Not reached",
        isPlanned: false,
      });
    }
  });

  test("a person is asked only where they can answer", () => {
    expect(getState("review", "approve").word).toBe("Waits for approval");
    expect(getState("review", null).word).toBe("Not approved");
    const decision = { kind: "approved", by: "Ana", at: "2026-11-01T10:00:00.000Z" } as const;
    expect(stepState({ status: "review", canDecide: null, decision }, { status: "pending" }).word).toBe(
      "Approved",
    );
    expect(getState("unknown", "outcome").word).toBe("Needs your decision");
    expect(getState("unknown", null).word).toBe("Outcome not known");
  });
});

test("a decision names who made it", () => {
  const at = "2026-11-01T10:00:00.000Z";
  expect(decisionText({ kind: "not_done", by: "Ana Ricci", at })).toBe("Ana Ricci said that it was not done");
});
