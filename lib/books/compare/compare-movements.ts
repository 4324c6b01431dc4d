import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ledgerJournals } from "#db/schema/ledger.ts";
import { transact } from "#db/transact.ts";
import type { Book } from "#lib/ledger/book.ts";
import { bookMovements, movementFingerprint } from "#lib/ledger/book-movements.ts";
import {
  closeDifferences,
  listOpenSubjects,
  noteMended,
  openDifference,
  openDifferences,
} from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { BooksPage, MoneyObject } from "#lib/providers/contract/payments.ts";
import { applyObjects } from "../apply-object.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable, type Unread } from "../unreadable.ts";

/** What a provider's list of movements has, whoever's it is. */
export type Listed = { movement: Movement; object: MoneyObject | null };

type MovementsCompared = {
  /** Movements that were not in the ledger and are now. */
  mended: number;
  newest: Date | null;
  unread: Unread;
};

/**
 * Reads the provider's list again and compares each movement with its journal, and each journal with the list. What the
 * ledger lacks is booked; what differs otherwise is a difference, open until the two say the same.
 * @param options.startedAt what was booked later is not expected in the list
 */
export async function compareMovements(
  account: PaymentAccountRow,
  options: {
    since: Date | null;
    startedAt: Date;
    page: (cursor: string | null) => Promise<BooksPage<Listed>>;
  },
): Promise<MovementsCompared> {
  const book = toBook(account);
  const listed = new Set<string>();
  const unread: Unread[number][] = [];
  let [mended, newest, cursor]: [number, Date | null, string | null] = [0, null, null];
  do {
    const readAt = new Date();
    const page: BooksPage<Listed> = await options.page(cursor);
    for (const { movement } of page.items) {
      listed.add(movement.id);
      if (newest === null || movement.at > newest) newest = movement.at;
    }
    mended += await comparePage(account, page, readAt);
    unread.push(...page.unread);
    cursor = page.next === cursor ? null : page.next;
  } while (cursor !== null);
  await compareJournals(book, { listed, since: options.since, until: options.startedAt });
  return { mended, newest, unread };
}

async function comparePage(
  account: PaymentAccountRow,
  page: BooksPage<Listed>,
  readAt: Date,
): Promise<number> {
  const book = toBook(account);
  const known = await findFingerprints(
    book,
    page.items.map(({ movement }) => movement.id),
  );
  const missing = page.items.filter(({ movement }) => !known.has(movement.id));
  const same = page.items.filter(({ movement }) => known.get(movement.id) === movementFingerprint(movement));
  const other = page.items.filter(
    ({ movement }) => known.has(movement.id) && known.get(movement.id) !== movementFingerprint(movement),
  );
  await transact(async (tx) => {
    const written = await bookMovements(
      tx,
      book,
      missing.map(({ movement }) => movement),
    );
    const objects = missing.flatMap(({ object }) => object ?? []);
    await applyObjects(tx, account, objects, { readAt, isHistory: account.readUntil === null });
    // What came after the last reading was no more than on its way.
    const wasPassedBy = ({ at, id }: Movement) =>
      account.readUntil !== null && at < account.readUntil && written.includes(id);
    await noteMended(
      tx,
      book,
      missing.flatMap(({ movement }) =>
        wasPassedBy(movement)
          ? [{ code: "movement_missing", subject: movement.id, params: toParams(movement) }]
          : [],
      ),
    );
    for (const { movement } of other) {
      await openDifference(tx, book, {
        code: "movement_changed",
        subject: movement.id,
        params: toParams(movement),
      });
    }
    const ids = same.map(({ movement }) => movement.id);
    await closeDifferences(tx, book, "movement_changed", ids);
    await openUnreadable(tx, book, page.unread);
  });
  return missing.length;
}

function toParams({ providerKind, currency, amount, net }: Movement) {
  return { kind: providerKind, currency, amount, net };
}

async function findFingerprints(book: Book, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: ledgerJournals.sourceId, fingerprint: ledgerJournals.fingerprint })
    .from(ledgerJournals)
    .where(and(inBook(book), inArray(ledgerJournals.sourceId, [...ids])));
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}

/** What we have and the provider does not list. */
async function compareJournals(
  book: Book,
  { listed, since, until }: { listed: ReadonlySet<string>; since: Date | null; until: Date },
): Promise<void> {
  const rows = await db()
    .select({
      id: ledgerJournals.sourceId,
      currency: ledgerJournals.currency,
      kind: ledgerJournals.providerKind,
      at: ledgerJournals.effectiveAt,
    })
    .from(ledgerJournals)
    .where(
      and(
        inBook(book),
        since === null ? undefined : gte(ledgerJournals.effectiveAt, since),
        lt(ledgerJournals.recordedAt, until),
        // What repairs a movement is no movement.
        sql`${ledgerJournals.facts} ->> 'corrects' IS NULL`,
      ),
    );
  const surplus = rows.filter(({ id }) => !listed.has(id));
  const found = rows.filter(({ id }) => listed.has(id)).map(({ id }) => id);
  await db().transaction(async (tx) => {
    await openDifferences(
      tx,
      book,
      surplus.map(({ id, currency, kind }) => ({
        code: "movement_not_at_provider",
        subject: id,
        params: { kind, currency },
      })),
    );
    const open = await listOpenSubjects(tx, book, "movement_not_at_provider");
    await closeDifferences(
      tx,
      book,
      "movement_not_at_provider",
      open.filter((id) => found.includes(id)),
    );
  });
}

export function inBook({ merchantId, provider, environment, accountId, book }: Book) {
  return and(
    eq(ledgerJournals.merchantId, merchantId),
    eq(ledgerJournals.provider, provider),
    eq(ledgerJournals.environment, environment),
    eq(ledgerJournals.accountId, accountId),
    eq(ledgerJournals.book, book),
  );
}
