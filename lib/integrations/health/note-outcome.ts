import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { textArray } from "#db/text-array.ts";
import type { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { gather } from "#lib/work/gather.ts";
import type { IntegrationRow } from "../integration-row.ts";
import type { CallDto, IssueCause } from "../schema.ts";
import { toIssueCause } from "./causes.ts";
import { closeIssues } from "./close-issues.ts";
import { openIssue } from "./open-issue.ts";

/** What a call that was answered proves to be over. A missing scope is not: another call may not need it. */
const healedByAnswer: readonly IssueCause[] = [
  "expired",
  "revoked",
  "account_closed",
  "rate_limited",
  "unreachable",
];

/** How the detail of an issue begins that says: the access opens another account than the one that was connected. */
export const otherAccountPrefix = "account ";

/** Pages show the last success to the minute: one that is younger than this is not written again. */
const successAgeMs = 10_000;

/**
 * Writes down that a call worked, and closes what it shows to have healed. A check closes nothing on its own: whoever made
 * it looks first whose account has answered.
 */
export async function noteSuccess(
  integration: IntegrationRow,
  { kind, name }: { kind: CallDto["kind"]; name: string },
): Promise<void> {
  if (!(await noteAnswered(integration.id)) || kind === "check") return;
  // An answer does not say that it came from the account that was connected: a check does.
  await closeIssues(integration.id, healedByAnswer, { exceptPrefix: otherAccountPrefix });
  await closeIssues(integration.id, ["scope_missing"], { detailPrefix: metIn(name) });
}

/** For calls that end side by side by one statement. @returns whether an issue of the integration is open */
const noteAnswered = gather({ most: 100, together: noteAllAnswered });

async function noteAllAnswered(integrationIds: readonly string[]): Promise<boolean[]> {
  const ids = textArray(integrationIds);
  // One that somebody else is changing is left to its next call: the others must not wait for it.
  const rows = await db().execute<{ id: string }>(sql`
    WITH stale AS MATERIALIZED (
      SELECT id FROM integrations
      WHERE id = ANY(${ids}) AND (unreachable_checks <> 0 OR last_success_at IS NULL
        OR last_success_at < clock_timestamp() - ${successAgeMs} * interval '1 millisecond')
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    ), noted AS (
      UPDATE integrations SET last_success_at = clock_timestamp(), unreachable_checks = 0
      WHERE id = ANY(ARRAY(SELECT id FROM stale))
    )
    SELECT DISTINCT integration_id AS id FROM integration_issues
    WHERE integration_id = ANY(${ids}) AND closed_at IS NULL`);
  const failing = new Set(rows.map(({ id }) => id));
  return integrationIds.map((id) => failing.has(id));
}

/** A check has found the account that was connected: whatever kept us out of it is over. */
export async function noteRightAccount({ id }: IntegrationRow, name: string): Promise<void> {
  await closeIssues(id, healedByAnswer);
  await closeIssues(id, ["scope_missing"], { detailPrefix: metIn(name) });
}

/** Writes down that a call failed, and opens the issue that it shows, if it shows one. */
export async function noteFailure(
  integration: IntegrationRow,
  failure: ProviderError,
  refreshExpiresAt: Date | null,
  name: string,
): Promise<void> {
  await db()
    .update(integrations)
    .set({ lastErrorAt: new Date(), lastErrorCode: failure.code, lastErrorParams: failure.params })
    .where(eq(integrations.id, integration.id));
  const cause = toIssueCause(failure.kind, refreshExpiresAt);
  if (!cause) return;
  const detail = cause === "scope_missing" ? `${metIn(name)}${failure.detail ?? ""}` : failure.detail;
  await openIssue(integration, { cause, said: failure.said, detail });
}

/** A permission that one call was refused for is there again once that call succeeds. */
function metIn(name: string): string {
  return `in ${name}: `;
}
