import { and, asc, eq, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { moneyLooks } from "#db/schema/payment-accounts.ts";
import { transact } from "#db/transact.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { Books, MoneyObject } from "#lib/providers/contract/payments.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { applyObjects } from "./apply-object.ts";
import type { Reader } from "./read-pages.ts";
import { toBook } from "./to-book.ts";
import { isUnreadable, openUnreadable, type Unread } from "./unreadable.ts";

const atOnce = 100;

type Told = { movement: Movement | null; object: MoneyObject | null };
type Look = Pick<typeof moneyLooks.$inferSelect, "kind" | "objectId">;

async function fetchOne(books: Books, call: Call, kind: MoneyObject["kind"], id: string): Promise<Told[]> {
  if (books.movementsOfPayment) return kind === "payment" ? books.movementsOfPayment(call, id) : [];
  return [{ movement: null, object: await books.object(call, kind, id) }];
}

/**
 * What a provider that lists it too tells in a form that cannot be read is a question, and keeps nothing else from being
 * looked at: its list is read again anyway.
 */
async function fetchTold(
  { provider }: PaymentAccountRow,
  ask: Reader,
  { kind, objectId }: Look,
): Promise<{ told: Told[]; unread: Unread }> {
  try {
    return { told: await ask(kind, (books, call) => fetchOne(books, call, kind, objectId)), unread: [] };
  } catch (error) {
    const isListed = findManifest(provider)?.paymentFacts?.books === "listed";
    if (!isListed || !isUnreadable(error)) throw error;
    return { told: [], unread: [{ id: objectId, reason: error.code }] };
  }
}

/**
 * Fetches the objects of which messages have told, but those that have come along since. What is done is not looked at
 * again; what fails is there still at the next time.
 * @param options.fresh kinds and ids of what was read since `options.since`
 */
export async function lookAtAsked(
  account: PaymentAccountRow,
  ask: Reader,
  options: { isHistory: boolean; fresh: ReadonlySet<string>; since: Date },
): Promise<void> {
  const { fresh, since, isHistory } = options;
  const asked = await db()
    .select()
    .from(moneyLooks)
    .where(eq(moneyLooks.paymentAccountId, account.id))
    .orderBy(asc(moneyLooks.askedAt))
    .limit(atOnce);
  for (const { kind, objectId, askedAt } of asked) {
    const isRead = fresh.has(`${kind} ${objectId}`) && askedAt < since;
    const readAt = new Date();
    const { told, unread } = isRead
      ? { told: [], unread: [] }
      : await fetchTold(account, ask, { kind, objectId });
    const movements = told.flatMap(({ movement }) => movement ?? []);
    const objects = told.flatMap(({ object }) => object ?? []);
    await transact(async (tx) => {
      await bookMovements(tx, toBook(account), movements);
      // Told again meanwhile, it is looked at again.
      await tx
        .delete(moneyLooks)
        .where(
          and(
            eq(moneyLooks.paymentAccountId, account.id),
            eq(moneyLooks.kind, kind),
            eq(moneyLooks.objectId, objectId),
            lte(moneyLooks.askedAt, askedAt),
          ),
        );
      await applyObjects(tx, account, objects, { readAt, isHistory });
      await openUnreadable(tx, toBook(account), unread, kind);
    });
  }
}
