import type { ResealProgress } from "#lib/vault/reseal-job.ts";
import type { ResealReport } from "#lib/vault/reseal-secrets.ts";

/** One line about how far a run has come: `sealed anew: 1,200 of 4,000 (30 %), 2 failed`. */
export function progressText({ total, done, failed }: ResealProgress): string {
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const failures = failed === 0 ? "" : `, ${count(failed)} failed`;
  return `sealed anew: ${count(done)} of ${count(total)} (${share} %)${failures}`;
}

/** What an operator has to know at the end: what failed, what each key still holds, and which keys may go. */
export function reportText(report: ResealReport, configuredKeyIds: readonly string[]): string {
  const holders = new Set(report.keys.map(({ keyId }) => keyId));
  const idle = configuredKeyIds.filter((id) => id !== report.keyId && !holders.has(id));
  const lines = [
    "Rows by key:",
    ...report.keys.map(({ keyId, rows }) => `  ${keyId ?? "(not a sealed value)"}: ${count(rows)}`),
    ...(report.keys.length === 0 ? ["  none"] : []),
    ...report.failures.map(
      ({ message, rows, rowIds }) =>
        `Failed, and left as they were: ${count(rows)}. ${message} Such as: ${rowIds.join(", ")}`,
    ),
  ];
  if (idle.length > 0) {
    lines.push(
      `No row needs ${idle.map((id) => `"${id}"`).join(" and ")} any more: take it out of ENCRYPTION_KEYS.`,
    );
  }
  return lines.join("\n");
}

function count(rows: number): string {
  return rows.toLocaleString("en-GB");
}
