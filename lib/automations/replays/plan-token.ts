import { createHash } from "node:crypto";
import { timeOf } from "#lib/deliveries/row-key.ts";
import { newId } from "#lib/ids.ts";
import type { PlannedRun } from "./write-replays.ts";

/** So long a plan may be carried out. */
const goodForMs = 15 * 60 * 1_000;

/** @param replayId of the replay that carrying it out makes @param fingerprint of all that the plan rests on */
export type PlanToken = { replayId: string; fingerprint: string };

/** What a plan rests on: a run that has changed, a step that would do something else, makes it another one. */
export function fingerprintOf(asked: Record<string, unknown>, runs: readonly PlannedRun[]): string {
  const parts = runs.map(({ original, target, steps }) => [
    original.id,
    original.status,
    target.version,
    original.steps,
    steps.map(({ step, effect }) => [step.key, effect]),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([asked, parts]))
    .digest("base64url");
}

export function newPlanId(fingerprint: string): string {
  return `${newId("rpl")}.${fingerprint}`;
}

/** @returns null for what is no plan's id */
export function readPlanId(planId: string): PlanToken | null {
  const parts = /^(rpl_[0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(planId);
  const [, replayId, fingerprint] = parts ?? [];
  return replayId === undefined || fingerprint === undefined ? null : { replayId, fingerprint };
}

export function endOf({ replayId }: Pick<PlanToken, "replayId">): Date {
  return new Date(timeOf(replayId) + goodForMs);
}

/** Of a plan that has ended, and of one from a time that has not come. */
export function isOver(token: PlanToken, now = Date.now()): boolean {
  const end = endOf(token).getTime();
  return now > end || end - goodForMs > now + goodForMs;
}
