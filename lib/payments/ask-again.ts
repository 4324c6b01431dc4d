import { setTimeout as pause } from "node:timers/promises";
import type { Asked, AskedChanges, AskedRow } from "./asked.ts";
import { leaseEnd } from "./states/look-times.ts";

/** For so long a repetition waits for the first request to come back, before it tells that this is under way. */
const waitMs = 10_000;
const stepMs = 100;

/** The row once nobody is asking for it any more, or as it is after a while. */
export async function settled<Row extends AskedRow>(asked: Asked<Row>, row: Row): Promise<Row> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const now = (await asked.read(row)) ?? row;
    if (now.status !== "begun" || Date.now() > deadline) return now;
    await pause(stepMs);
  }
}

/** The app surely has nothing of it, so it may be asked once more, under the same key. */
export function isNotMade<Row extends AskedRow>(
  { notMade }: Asked<Row>,
  { status, failureCode }: Row,
): boolean {
  return status === "failed" && failureCode === notMade;
}

/** What is written of a row by the one who asks for it again. */
export function begunAgain(): AskedChanges {
  return {
    status: "begun",
    failureCode: null,
    failureParams: null,
    failureDetail: null,
    lookDueAt: leaseEnd(),
    looks: 0,
    updatedAt: new Date(),
  };
}
