declare global {
  // Next bundles this module more than once; a process ends but once.
  var patchbayRuns: { isEnding: boolean; underWay: Set<Promise<unknown>> } | undefined;
}

function runs() {
  globalThis.patchbayRuns ??= { isEnding: false, underWay: new Set() };
  return globalThis.patchbayRuns;
}

/** Whether this process was told to end: nothing more is taken on. */
export function isEnding(): boolean {
  return runs().isEnding;
}

/** Has a run waited for when the process is told to end. */
export async function countAsRun<Result>(run: Promise<Result>): Promise<Result> {
  const { underWay } = runs();
  underWay.add(run);
  try {
    return await run;
  } finally {
    underWay.delete(run);
  }
}

/** Takes nothing more on, and settles once all runs under way have ended. */
export async function endRuns(): Promise<void> {
  const { underWay } = runs();
  runs().isEnding = true;
  while (underWay.size > 0) await Promise.allSettled(underWay);
}

/** For tests: the process goes on after all. */
export function goOn(): void {
  globalThis.patchbayRuns = undefined;
}
