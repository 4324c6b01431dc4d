import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { ledgerJournals } from "#db/schema/ledger.ts";
import type { Sweep } from "#db/schema/payment-accounts.ts";
import { moneyLooks, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { disputes, payouts } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import { getManifest, type IntegrationRow } from "#lib/integrations/integration-row.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { closeDifferences } from "#lib/ledger/differences.ts";
import type { BooksPage, MoneyObject, TellsOf } from "#lib/providers/contract/payments.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { applyObjects, getObjectId, getObjectIds } from "./apply-object.ts";
import { lookAtAsked } from "./look-at-asked.ts";
import { lookAtDue } from "./look-at-due.ts";
import { putRight } from "./put-right.ts";
import { openReader, type Reader } from "./read-pages.ts";
import { toBook } from "./to-book.ts";
import { openUnreadable } from "./unreadable.ts";

/** Longer than a page takes at the slowest. */
export const sweepLeaseMs = 2 * 60_000;
/** What the provider lists late is read all the same: a movement may be told a little after its moment. */
const overlapMs = 60 * 60_000;
/** Clocks of sandboxes are moved back. */
const sandboxOverlapMs = 500 * 24 * 60 * 60_000;
const busyEveryMs = 5 * 60_000;
const calmEveryMs = 60 * 60_000;

const stages: readonly Sweep["stage"][] = ["movements", "dispute", "refund", "payout"];

/**
 * Reads what has happened to an account's money since it was read last: its movements into the ledger, and the objects
 * of which no movement tells. How far it has come is kept page by page, together with what the page brought, so whoever
 * takes over from a process that died goes on where it stopped.
 * @returns false where it stopped before the end, as the time was up
 * @throws {ProviderError} for whatever the provider did not do
 */
export async function sweepAccount(
  account: PaymentAccountRow,
  integration: IntegrationRow,
  isTimeUp: () => boolean = () => false,
): Promise<boolean> {
  const ask = openReader(integration);
  const isHistory = account.readUntil === null;
  const fresh = new Set<string>();
  let sweep = account.sweep ?? (await beginSweep(account));
  // What is not listed is only looked at.
  const isListed = getManifest(integration).paymentFacts?.books === "listed";
  for (const stage of isListed ? stages.slice(stages.indexOf(sweep.stage)) : []) {
    sweep = sweep.stage === stage ? sweep : { ...sweep, stage, cursor: null };
    do {
      const readAt = new Date();
      const page = await readPage(ask, sweep);
      const next = page.next === sweep.cursor ? null : page.next;
      sweep = { ...sweep, cursor: next, newest: findNewest(sweep, page.movements) };
      const now = sweep;
      const objects = await transact(async (tx) => {
        await keepPlace(tx, account, now);
        const movements = page.movements.map(({ movement }) => movement);
        const written = new Set(await bookMovements(tx, toBook(account), movements));
        // What was booked before has brought its object before.
        const isNew = ({ movement }: TellsOf) => written.has(movement.id);
        const own = page.movements.filter(isNew).flatMap(({ object }) => object ?? []);
        const read = [...own, ...page.objects];
        await applyObjects(tx, account, read, { readAt, isHistory });
        await tellUnread(tx, account, page, stage);
        return read;
      });
      for (const object of objects) for (const id of getObjectIds(object)) fresh.add(`${object.kind} ${id}`);
      if (isTimeUp()) return handBack(account);
    } while (sweep.cursor !== null);
  }
  await lookAtAsked(account, ask, { isHistory, fresh, since: new Date(sweep.startedAt) });
  await lookAtDue(account, ask, isTimeUp);
  await putRight(account);
  await finishSweep(account, sweep);
  return true;
}

type Page = { movements: readonly TellsOf[]; objects: readonly MoneyObject[] } & Pick<
  BooksPage<unknown>,
  "unread" | "next"
>;

async function readPage(ask: Reader, { stage, from, cursor }: Sweep): Promise<Page> {
  const since = from === null ? null : new Date(from);
  if (stage === "movements") {
    const page = await ask("movements", (books, call) => books.movements(call, { since, cursor }));
    return { movements: page.items, objects: [], unread: page.unread, next: page.next };
  }
  const page = await ask(stage, (books, call) => books.objects(call, { kind: stage, since, cursor }));
  return { movements: [], objects: page.items, unread: page.unread, next: page.next };
}

/** From when on a list is read whose newest item, by now, was of a moment. */
export function readFrom(readUntil: Date, environment: "live" | "sandbox"): Date {
  const overlap = environment === "sandbox" ? sandboxOverlapMs : overlapMs;
  return new Date(Math.max(0, readUntil.getTime() - overlap));
}

async function beginSweep(account: PaymentAccountRow): Promise<Sweep> {
  const { readUntil, environment } = account;
  const from = readUntil && readFrom(readUntil, environment);
  const startedAt = new Date().toISOString();
  const sweep: Sweep = {
    from: from?.toISOString() ?? null,
    startedAt,
    stage: "movements",
    cursor: null,
    newest: null,
  };
  await db().transaction((tx) => keepPlace(tx, account, sweep));
  return sweep;
}

/** The row is held from here on: two who read the same account write one page after the other. */
async function keepPlace(tx: Tx, { id }: PaymentAccountRow, sweep: Sweep): Promise<void> {
  await tx
    .update(paymentAccounts)
    .set({ sweep, sweepDueAt: fromNow(sweepLeaseMs) })
    .where(eq(paymentAccounts.id, id));
}

/** By the provider's own clock. The newest come first, and those that come while the list is read are of the next time. */
function findNewest({ newest }: Sweep, movements: readonly TellsOf[]): string | null {
  const times = movements.map(({ movement }) => movement.at.toISOString());
  return [...(newest === null ? [] : [newest]), ...times].toSorted().at(-1) ?? null;
}

async function tellUnread(
  tx: Tx,
  account: PaymentAccountRow,
  page: Page,
  stage: Sweep["stage"],
): Promise<void> {
  const book = toBook(account);
  await openUnreadable(tx, book, page.unread, stage === "movements" ? undefined : stage);
  const read = page.movements.map(({ movement }) => movement.id).concat(page.objects.map(getObjectId));
  await closeDifferences(tx, book, "movement_unreadable", read);
}

/** Others have waited meanwhile. */
async function handBack({ id }: PaymentAccountRow): Promise<false> {
  await db().update(paymentAccounts).set({ sweepDueAt: sql`now()` }).where(eq(paymentAccounts.id, id));
  return false;
}

async function finishSweep(account: PaymentAccountRow, sweep: Sweep): Promise<void> {
  const { id, merchantId, accountId } = account;
  // An account without a movement has been read up to the beginning of time: what comes is all of it.
  const newest = new Date(sweep.newest ?? account.readUntil ?? 0);
  await db().transaction(async (tx) => {
    // By a statement of its own, so that the next one sees what was asked for until now.
    await tx
      .select({ id: paymentAccounts.id })
      .from(paymentAccounts)
      .where(eq(paymentAccounts.id, id))
      .for("update");
    const isAsked = sql`EXISTS (SELECT 1 FROM ${moneyLooks} WHERE ${moneyLooks.paymentAccountId} = ${id})`;
    const isBusy = sql`EXISTS (SELECT 1 FROM ${ledgerJournals} WHERE ${ledgerJournals.merchantId} = ${merchantId}
      AND ${ledgerJournals.recordedAt} > now() - interval '1 day' AND ${ledgerJournals.accountId} = ${accountId})`;
    const every = sql`CASE WHEN ${isBusy} THEN ${busyEveryMs}::int ELSE ${calmEveryMs}::int END * interval '1 millisecond'`;
    const nextLook = sql`(SELECT min(look_due_at) FROM (
      SELECT look_due_at FROM ${disputes} WHERE ${and(eq(disputes.merchantId, merchantId), eq(disputes.accountId, accountId))}
      UNION ALL
      SELECT look_due_at FROM ${payouts} WHERE ${and(eq(payouts.merchantId, merchantId), eq(payouts.accountId, accountId))}
    ) AS looks)`;
    await tx
      .update(paymentAccounts)
      .set({
        sweep: null,
        readUntil: sql`greatest(${paymentAccounts.readUntil}, ${newest.toISOString()}::timestamptz)`,
        failures: 0,
        failureCode: null,
        failureParams: null,
        failureDetail: null,
        sweepDueAt: sql`CASE WHEN ${isAsked} THEN now()
          ELSE least(now() + ${every}, greatest(${nextLook}, now() + interval '1 minute')) END`,
      })
      .where(eq(paymentAccounts.id, id));
  });
}
