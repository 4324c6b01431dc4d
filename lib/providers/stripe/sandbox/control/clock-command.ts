import { z } from "zod";
import type { SandboxCommand } from "../../../sandbox-kit/contract.ts";
import { findAccountDocument, saveAccountDocument } from "../account-document.ts";
import { timeIn } from "../clock.ts";
import { workOff } from "./work-off.ts";

const moment = z.iso.datetime({ offset: true });

const schema = z.strictObject({
  /** Where to: a moment, or the machine's own time. */
  to: z.union([moment, z.literal("now")]).optional(),
  /** How far from where it is. */
  seconds: z
    .int()
    .min(0)
    .max(400 * 86_400)
    .optional(),
  days: z.number().min(0).max(400).optional(),
  /** Stands still from then on, until it is moved again. Default: as before. */
  stop: z.boolean().optional(),
});

/** Moves the account's clock. What becomes due on the way is done, each at its own time; moved back, nothing is undone. */
export const moveClock: SandboxCommand = {
  title: "Let a day pass",
  run: async (desk, input) => {
    const given = schema.parse(input ?? {});
    const document = await findAccountDocument(desk.store);
    const time = timeIn(document);
    const aim = aimOf(given, time);
    const isStopped = given.stop ?? Boolean(document.clock && "stoppedAt" in document.clock);
    const running = given.to === "now" ? null : { offsetMs: aim.getTime() - Date.now() };
    const clock = isStopped ? { stoppedAt: aim.toISOString() } : running;
    await desk.store.atomically(async (store) => {
      await saveAccountDocument(store, { ...(await findAccountDocument(store)), clock });
    });
    const done = await workOff(desk);
    return `It is ${aim.toISOString()} in the account; ${done} things were due.`;
  },
};

function aimOf({ to, seconds, days }: z.infer<typeof schema>, time: Date): Date {
  if (to === "now") return new Date();
  if (to !== undefined) return new Date(to);
  const isLeftOut = seconds === undefined && days === undefined;
  return new Date(time.getTime() + (seconds ?? 0) * 1_000 + (isLeftOut ? 1 : (days ?? 0)) * 86_400_000);
}
