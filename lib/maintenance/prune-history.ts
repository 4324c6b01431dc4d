import { and, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import {
  inboundReceipts,
  integrationCalls,
  integrationIssues,
  oauthStates,
  syncJobs,
  unreadRecords,
} from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { sandboxConsents, sandboxTokens } from "#db/schema/sandbox.ts";
import { accountMails, rateLimits, sessions } from "#db/schema/tenancy.ts";

const day = 24 * 60 * 60 * 1_000;

/** What is kept for a time only, and how long. Providers repeat a message for at most some days. */
const kept: readonly {
  name: string;
  table: PgTable;
  isOver: (before: (ms: number) => Date) => SQL | undefined;
}[] = [
  {
    name: "idempotencyKeys",
    table: idempotencyKeys,
    isOver: (before) => lt(idempotencyKeys.startedAt, before(day)),
  },
  { name: "rateLimits", table: rateLimits, isOver: () => lt(rateLimits.expire, sql`now()`) },
  { name: "sessions", table: sessions, isOver: () => lt(sessions.expiresAt, sql`now()`) },
  {
    name: "accountMails",
    table: accountMails,
    isOver: (before) => lt(accountMails.expiresAt, before(7 * day)),
  },
  { name: "oauthStates", table: oauthStates, isOver: (before) => lt(oauthStates.expiresAt, before(day)) },
  {
    name: "sandboxConsents",
    table: sandboxConsents,
    isOver: (before) => lt(sandboxConsents.expiresAt, before(day)),
  },
  {
    name: "sandboxTokens",
    table: sandboxTokens,
    isOver: (before) =>
      and(isNotNull(sandboxTokens.expiresAt), lt(sandboxTokens.expiresAt, before(90 * day))),
  },
  {
    name: "inboundReceipts",
    table: inboundReceipts,
    isOver: (before) => lt(inboundReceipts.receivedAt, before(30 * day)),
  },
  {
    name: "integrationCalls",
    table: integrationCalls,
    isOver: (before) => lt(integrationCalls.startedAt, before(90 * day)),
  },
  {
    name: "integrationIssues",
    table: integrationIssues,
    isOver: (before) =>
      and(isNotNull(integrationIssues.closedAt), lt(integrationIssues.closedAt, before(365 * day))),
  },
  {
    name: "syncJobs",
    table: syncJobs,
    isOver: (before) =>
      and(
        inArray(syncJobs.status, ["done", "failed", "cancelled"]),
        lt(syncJobs.createdAt, before(14 * day)),
      ),
  },
  {
    name: "unreadRecords",
    table: unreadRecords,
    // A copy's are met again each day; of a list that nobody asks for, nobody knows.
    isOver: (before) => lt(unreadRecords.seenAt, before(30 * day)),
  },
  { name: "notices", table: notices, isOver: (before) => lt(notices.createdAt, before(365 * day)) },
];

/** Drops what is kept for a time only. @returns how many rows of each kind */
export async function pruneHistory(): Promise<Record<string, number>> {
  const now = Date.now();
  const dropped: Record<string, number> = {};
  for (const { name, table, isOver } of kept) {
    const result = await db()
      .delete(table)
      .where(isOver((ms) => new Date(now - ms)));
    dropped[name] = result.count;
  }
  return dropped;
}
