export type Tally = { passed: number; failed: number };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

export function tallyOf(isOk: boolean): Tally {
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner that says it failed counts as a failure, even where none of its tests did. */
export function withVerdict(tally: Tally, isOk: boolean): Tally {
  return isOk || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
