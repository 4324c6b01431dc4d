import { queueJobs } from "./queues.ts";
import { wake } from "./wake.ts";

/** Wakes the queues that have something due. @returns the jobs that were woken */
export async function wakeDueQueues(): Promise<string[]> {
  const woken: string[] = [];
  for (const { id, event, queue } of queueJobs) {
    const nextDueAt = await queue.findNextDueAt();
    if (nextDueAt === null || nextDueAt.getTime() > Date.now()) continue;
    wake(event);
    woken.push(id);
  }
  return woken;
}
