import { setTimeout as sleep } from "node:timers/promises";

/** What is deleted at once: locks and log stay small. */
export const batchSize = 2_000;
const pauseMs = 30;

/** Deletes a batch at a time, with a breath between, until one is not full. @returns how many rows went */
export async function inBatches(deleteBatch: (size: number) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await deleteBatch(batchSize);
    total += deleted;
    if (deleted < batchSize) return total;
    await sleep(pauseMs);
  }
}
