import { Drainer, type DrainReport } from "./drainer.ts";

declare global {
  // Next bundles this module more than once; a process has one drainer all the same.
  var patchbayDrainer: Drainer | undefined;
}

/**
 * Sends everything that is due, until nothing is, or for about `budgetMs`.
 * Where this process is draining already, that drain looks again and this call ends at once.
 */
export function drainDeliveries({ budgetMs = 50_000 }: { budgetMs?: number } = {}): Promise<DrainReport> {
  globalThis.patchbayDrainer ??= new Drainer();
  return globalThis.patchbayDrainer.run(budgetMs);
}

/** Makes a drain under way in this process look for due deliveries again; false = none is. */
export function pokeDrain(): boolean {
  return globalThis.patchbayDrainer?.poke() ?? false;
}
