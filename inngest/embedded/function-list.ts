import { z } from "zod";

/** What the SDK tells of its functions when it is asked to sync in-band; the parts that the runner acts on. */
const syncReply = z.object({
  functions: z.array(
    z.object({
      id: z.string(),
      triggers: z.array(z.union([z.object({ event: z.string() }), z.object({ cron: z.string() })])),
      steps: z.object({ step: z.object({ retries: z.object({ attempts: z.int() }).optional() }) }),
      batchEvents: z.object({ maxSize: z.int() }).optional(),
      concurrency: z.union([z.object({ limit: z.int() }), z.array(z.object({ limit: z.int() }))]).optional(),
    }),
  ),
});

export type RunnableFunction = {
  id: string;
  events: string[];
  crons: string[];
  /** Tries after the first. */
  maxRetries: number;
  maxBatch: number;
  maxRuns: number;
};

/** @throws {z.ZodError} when the SDK answers in a form that this runner does not know */
export function parseFunctionList(reply: unknown): RunnableFunction[] {
  return syncReply.parse(reply).functions.map((declared) => {
    const limits = [declared.concurrency ?? { limit: 1 }].flat().map((entry) => entry.limit);
    return {
      id: declared.id,
      events: declared.triggers.flatMap((trigger) => ("event" in trigger ? [trigger.event] : [])),
      crons: declared.triggers.flatMap((trigger) => ("cron" in trigger ? [trigger.cron] : [])),
      maxRetries: declared.steps.step.retries?.attempts ?? 3,
      maxBatch: declared.batchEvents?.maxSize ?? 1,
      maxRuns: Math.min(...limits),
    };
  });
}
