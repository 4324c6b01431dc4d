import { sealingKeyId } from "#lib/crypto/seal.ts";
import { logger } from "#lib/logger.ts";
import { runAlone } from "#lib/work/run-alone.ts";
import { countByKey, type KeyShare, rowsByKey } from "./count-by-key.ts";
import { resealColumn } from "./reseal-column.ts";
import { closeJob, openJob, type ResealProgress, saveProgress } from "./reseal-job.ts";

/** So many rows are named for each thing that stands in the way. */
const namedRows = 5;

type ResealFailure = {
  /** Names the key: which one is missing, or does not open what it is said to have sealed. */
  message: string;
  rows: number;
  /** Some of them. */
  rowIds: string[];
};

export type ResealReport = ResealProgress & {
  failures: ResealFailure[];
  /** How many rows each key holds now; a key that is not among them may go. null: values that are no sealed ones. */
  keys: { keyId: string | null; rows: number }[];
};

/**
 * Seals every secret that an older key holds again with the first key of ENCRYPTION_KEYS, while the app serves. A run that
 * was broken off goes on where it was. Rows that do not open stay as they are, and are reported with the id of their key.
 * @returns null when another process is at it
 */
export function resealSecrets(
  onProgress: (progress: ResealProgress) => void = () => {},
): Promise<ResealReport | null> {
  return runAlone("reseal", async () => {
    const keyId = sealingKeyId();
    const stale = (await countByKey()).filter((share) => share.keyId !== keyId);
    const progress = await openJob(
      keyId,
      stale.reduce((sum, { rows }) => sum + rows, 0),
    );
    onProgress(progress);
    const failures = await resealAll(stale, progress, onProgress);
    const keys = rowsByKey(await countByKey());
    await closeJob(progress, failures.length === 0 ? null : failures.map(describeFailure).join("\n"));
    const report = { ...progress, failures, keys };
    logger[failures.length === 0 ? "info" : "error"](report, "secrets sealed anew");
    return report;
  });
}

export function describeFailure({ message, rows }: ResealFailure): string {
  return `${rows} ${rows === 1 ? "row" : "rows"}: ${message}`;
}

/** Counts on in `progress`. */
async function resealAll(
  stale: readonly KeyShare[],
  progress: ResealProgress,
  onProgress: (progress: ResealProgress) => void,
): Promise<ResealFailure[]> {
  const failures = new Map<string, ResealFailure>();
  for (const sealedColumn of new Set(stale.map((share) => share.sealedColumn))) {
    const headers = stale.filter((share) => share.sealedColumn === sealedColumn).map(({ header }) => header);
    for await (const batch of resealColumn(sealedColumn, headers)) {
      progress.done += batch.done;
      progress.failed += batch.failures.length;
      for (const { message, row } of batch.failures) {
        const failure = failures.get(message) ?? { message, rows: 0, rowIds: [] };
        failure.rows += 1;
        if (failure.rowIds.length < namedRows) failure.rowIds.push(row.rowId);
        failures.set(message, failure);
      }
      await saveProgress(progress);
      onProgress(progress);
    }
  }
  return [...failures.values()];
}
