export type DrainReport = {
  /** Another drain of this process took the call over. */
  isJoined: boolean;
  attempts: number;
  /** When the next delivery falls due; null = none waits. */
  nextDueAt: Date | null;
};

export type Drain = { poke(): boolean; finish(): void; run(budgetMs: number): Promise<DrainReport> };

declare global {
  // Next bundles this module more than once; a process has one drain all the same.
  var patchbayDrain: Drain | undefined;
}

/** Has the drain of this process claim nothing more, for the process is about to end. */
export function finishDrain(): void {
  globalThis.patchbayDrain?.finish();
}

/** Makes a drain under way in this process look for due deliveries again; false = none is. */
export function pokeDrain(): boolean {
  return globalThis.patchbayDrain?.poke() ?? false;
}
