import { and, getTableName, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { automationIssues, mustReach, runKeys } from "#db/schema/automations.ts";
import {
  inboundReceipts,
  integrationCalls,
  integrationIssues,
  oauthStates,
  syncJobs,
  unreadRecords,
} from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { auditLog, idempotencyKeys } from "#db/schema/platform.ts";
import { sandboxCalls, sandboxConsents, sandboxInboxRequests, sandboxTokens } from "#db/schema/sandbox.ts";
import { accountMails, rateLimits, sessions } from "#db/schema/tenancy.ts";
import { env } from "#lib/env.ts";
import { dayMs as day, idAt } from "#lib/history/days.ts";
import { inBatches } from "#lib/history/in-batches.ts";
import { keepHistory } from "#lib/history/keep-history.ts";

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
    name: "mustReach",
    table: mustReach,
    isOver: (before) =>
      lt(mustReach.deliveryId, idAt("dlv", before(env().HISTORY_DELIVERY_DAYS * day).getTime())),
  },
  {
    name: "runKeys",
    table: runKeys,
    isOver: (before) => lt(runKeys.createdAt, before(env().HISTORY_DELIVERY_DAYS * day)),
  },
  {
    name: "automationIssues",
    table: automationIssues,
    isOver: (before) =>
      and(isNotNull(automationIssues.closedAt), lt(automationIssues.closedAt, before(365 * day))),
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
  // By id, which begins with the time: no index on the time is needed.
  {
    name: "auditLog",
    table: auditLog,
    isOver: (before) => lt(auditLog.id, idAt("aud", before(env().HISTORY_AUDIT_DAYS * day).getTime())),
  },
  {
    name: "sandboxCalls",
    table: sandboxCalls,
    isOver: (before) => lt(sandboxCalls.id, idAt("cal", before(env().HISTORY_SANDBOX_DAYS * day).getTime())),
  },
  {
    name: "sandboxInboxRequests",
    table: sandboxInboxRequests,
    isOver: (before) =>
      lt(sandboxInboxRequests.id, idAt("inb", before(env().HISTORY_SANDBOX_DAYS * day).getTime())),
  },
];

/** Drops what is kept for a time only, the days of the history first. @returns how many rows or days of each kind */
export async function pruneHistory(now = Date.now()): Promise<Record<string, number>> {
  const dropped = await keepHistory(now);
  for (const { name, table, isOver } of kept) {
    const condition = isOver((ms) => new Date(now - ms));
    const from = sql.identifier(getTableName(table));
    dropped[name] = await inBatches(async (size) => {
      const result = await db().execute(sql`
        DELETE FROM ${from} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${from} WHERE ${condition} LIMIT ${size}))`);
      return result.count;
    });
  }
  return dropped;
}
