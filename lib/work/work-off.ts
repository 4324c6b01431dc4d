import { isEnding } from "./runs.ts";

export type WorkReport = {
  /** Rows that were claimed. */
  worked: number;
  /** The time was up, or the process is ending, before nothing was due. */
  isMoreDue: boolean;
};

/**
 * Claims rows and works on them, so many at once, until none is due. Takes nothing more on once the time is up or the
 * process is to end, and returns when what is under way has ended.
 * @param budgetMs how long it goes on taking rows on
 * @throws what a claim or the work threw, once all that was under way has ended; other rows are not kept from their turn
 */
export async function workOff<Row>({
  claim,
  work,
  atOnce,
  budgetMs,
}: {
  claim: () => Promise<Row | null>;
  work: (row: Row, isTimeUp: () => boolean) => Promise<void>;
  atOnce: number;
  budgetMs: number;
}): Promise<WorkReport> {
  const deadline = Date.now() + budgetMs;
  const isTimeUp = () => isEnding() || Date.now() > deadline;
  const report: WorkReport = { worked: 0, isMoreDue: false };
  const failures: unknown[] = [];
  const worker = async () => {
    while (!isTimeUp()) {
      const row = await claim();
      if (row === null) return;
      report.worked += 1;
      await work(row, isTimeUp).catch((error: unknown) => failures.push(error));
    }
    report.isMoreDue = true;
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  if (failures.length > 0) throw failures[0];
  return report;
}
