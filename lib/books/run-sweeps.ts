import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { kept } from "#lib/failures/kept.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { type WorkReport, workOff } from "#lib/work/work-off.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { compareAccount } from "./compare/compare-account.ts";
import { comparePlatform } from "./platform/compare-platform.ts";
import { openPlatformReader } from "./platform/platform-call.ts";
import { sweepPlatform } from "./platform/sweep-platform.ts";
import { sweepAccount, sweepLeaseMs } from "./sweep-account.ts";

const atOnce = 4;
const runMs = 45_000;
/** A reading may pass something by; a comparison does not. */
const compareEveryMs = 60 * 60_000;
const waits = { firstMs: 60_000, longestMs: 60 * 60_000 };

const due = {
  table: paymentAccounts,
  id: paymentAccounts.id,
  dueAt: paymentAccounts.sweepDueAt,
  isWaiting: sql`${paymentAccounts.sweepDueAt} IS NOT NULL`,
};

/** Reads the accounts whose turn it is. */
export function runSweeps(): Promise<WorkReport> {
  return workOff({ claim: claimAccount, work: sweepOne, atOnce, budgetMs: runMs });
}

export function findNextSweep(): Promise<Date | null> {
  return findNextDue(due);
}

function claimAccount(): Promise<PaymentAccountRow | null> {
  return claimDue({ ...due, lease: { sweepDueAt: fromNow(sweepLeaseMs) } });
}

/** What fails is tried again at longer and longer waits; it says why on the row, and the connection's issues say it too. */
async function sweepOne(account: PaymentAccountRow, isTimeUp: () => boolean): Promise<void> {
  try {
    if (account.book === "platform") return await readPlatform(account, isTimeUp);
    const integration = await findIntegration(account);
    if (!integration) return await rest(account);
    const isWhole = await sweepAccount(account, integration, isTimeUp);
    if (isWhole && isCompareDue(account) && !isTimeUp()) {
      await compareAccount((await reread(account)) ?? account, integration);
    }
  } catch (error) {
    if (!(error instanceof ProviderError))
      logger.error({ err: error, accountId: account.id }, "reading broke");
    await putOff(account, error);
  }
}

async function readPlatform(account: PaymentAccountRow, isTimeUp: () => boolean): Promise<void> {
  const ask = openPlatformReader(account.provider, account.environment);
  if (!ask) return rest(account);
  const isWhole = await sweepPlatform(account, ask, isTimeUp);
  if (isWhole && isCompareDue(account) && !isTimeUp()) {
    await comparePlatform((await reread(account)) ?? account, ask);
  }
}

function isCompareDue({ comparedAt }: PaymentAccountRow): boolean {
  return comparedAt === null || Date.now() - comparedAt.getTime() > compareEveryMs;
}

async function reread({ id }: PaymentAccountRow): Promise<PaymentAccountRow | undefined> {
  const [row] = await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, id));
  return row;
}

async function findIntegration({
  integrationId,
  accountId,
}: PaymentAccountRow): Promise<IntegrationRow | null> {
  if (integrationId === null) return null;
  const [row] = await db().select().from(integrations).where(eq(integrations.id, integrationId));
  return row && row.status !== "disconnected" && row.accountId === accountId ? row : null;
}

/** Until it is connected again. */
async function rest({ id }: PaymentAccountRow): Promise<void> {
  await db().update(paymentAccounts).set({ sweepDueAt: null }).where(eq(paymentAccounts.id, id));
}

async function putOff({ id, failures }: PaymentAccountRow, error: unknown): Promise<void> {
  const failure = error instanceof ProviderError ? error : null;
  const why = failure === null ? null : kept(failure.said);
  const waitMs = Math.max(failure?.retryAfterMs ?? 0, doublingWait(waits, failures + 1));
  await db()
    .update(paymentAccounts)
    .set({
      failures: failures + 1,
      failureCode: why?.code ?? null,
      failureParams: why === null ? null : { ...why.params },
      failureDetail: failure?.detail ?? null,
      sweepDueAt: fromNow(waitMs),
    })
    .where(eq(paymentAccounts.id, id));
}
