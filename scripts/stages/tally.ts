/** A test or a step that failed. */
export type Failure = {
  /** file › test, or what a stage calls its step. */
  name: string;
  /** What went wrong: first what matters most. */
  message: string;
  /** What stood on the page, as lines of roles and names, where a browser test failed on one. */
  page?: string;
};

export type Tally = { passed: number; failed: number; failures: readonly Failure[] };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, failures }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      failures: [...sum.failures, ...failures],
    }),
    { passed: 0, failed: 0, failures: [] },
  );
}

export function passedTally(passed = 1): Tally {
  return { passed, failed: 0, failures: [] };
}

export function failedTally(failure: Failure): Tally {
  return { passed: 0, failed: 1, failures: [failure] };
}

/** A runner that says it failed counts as a failure, even where none of its tests did. */
export function withVerdict(tally: Tally, isOk: boolean): Tally {
  if (isOk || tally.failed > 0) return tally;
  const message = "No test failed, but the runner says that it did. Its own output above says why.";
  return addTallies([tally, failedTally({ name: "The test runner", message })]);
}
