export type DrainReport = {
  /** Another drain of this process took the call over. */
  isJoined: boolean;
  attempts: number;
  /** When the next delivery falls due; null = none waits. */
  nextDueAt: Date | null;
};

export type Drain = { poke(): boolean; run(budgetMs: number): Promise<DrainReport> };

declare global {
  // Next bundles this module more than once; a process has one drain all the same.
  var patchbayDrain: Drain | undefined;
}

/** Makes a drain under way in this process look for due deliveries again; false = none is. */
export function pokeDrain(): boolean {
  return globalThis.patchbayDrain?.poke() ?? false;
}
