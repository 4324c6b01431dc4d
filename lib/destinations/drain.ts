import { Drainer } from "#lib/engine/drainer.ts";
import type { DrainReport } from "../engine/poke-drain.ts";
import { senders } from "./senders.ts";

/**
 * Sends everything that is due, until nothing is, or for about `budgetMs`.
 * Where this process is draining already, that drain looks again and this call ends at once.
 */
export function drainDeliveries({ budgetMs = 50_000 }: { budgetMs?: number } = {}): Promise<DrainReport> {
  globalThis.patchbayDrain ??= new Drainer(senders);
  return globalThis.patchbayDrain.run(budgetMs);
}
