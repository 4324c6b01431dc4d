import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxStore } from "../../../sandbox-kit/contract.ts";
import type { Work } from "../work.ts";

/** What Stripe, or a bank, will do on its own. */
const task = z.discriminatedUnion("task", [
  z.object({ task: z.literal("pay_out") }),
  z.object({ task: z.literal("send_payout"), payout: z.string() }),
  z.object({ task: z.literal("itemise_payout"), payout: z.string() }),
  z.object({ task: z.literal("arrive_payout"), payout: z.string() }),
  z.object({ task: z.literal("end_refund"), refund: z.string(), outcome: z.enum(["succeeded", "failed"]) }),
  z.object({ task: z.literal("fund_refund"), refund: z.string(), tries: z.int() }),
  z.object({ task: z.literal("end_response"), dispute: z.string() }),
  z.object({ task: z.literal("decide_dispute"), dispute: z.string() }),
  z.object({ task: z.literal("expire_session"), session: z.string() }),
]);
export type Task = z.infer<typeof task>;

// Of our own: no part of what an account holds.
const kind = ":due";

/**
 * Has something done at a time of the account's clock.
 * @param id under which there is one at most; left out: one of its own
 */
export async function schedule(
  { store }: Pick<Work, "store">,
  at: number,
  due: Task,
  id = randomBytes(8).toString("hex"),
): Promise<void> {
  await store.add(kind, id, { ...due, at }, { at });
}

/** The first that is due by a time, taken: it is not there any more. */
export async function takeDue(
  { store }: Pick<Work, "store">,
  until: number,
): Promise<{ at: number; due: Task } | null> {
  const { items } = await store.page(kind, z.unknown(), { limit: 1, until, order: "oldest" });
  const [first] = items;
  if (!first) return null;
  await store.remove(kind, first.id);
  const read = z.looseObject({ at: z.int() }).safeParse(first.data);
  const due = task.safeParse(first.data);
  return due.success ? { at: read.data?.at ?? until, due: due.data } : takeDue({ store }, until);
}

/** Asked before each request, so it waits for nobody. */
export async function isAnythingDue({ page }: Pick<SandboxStore, "page">, until: number): Promise<boolean> {
  return (await page(kind, z.unknown(), { limit: 1, until, order: "oldest" })).items.length > 0;
}
