import { and, asc, eq, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { moneyLooks } from "#db/schema/payments.ts";
import { applyObjects } from "./apply-object.ts";
import type { PaymentAccountRow } from "./payment-account.ts";
import type { Reader } from "./read-pages.ts";

const atOnce = 100;

/**
 * Fetches the objects of which messages have told, but those that have come along since. What is done is not looked at
 * again; what fails is there still at the next time.
 * @param given.fresh kinds and ids of what was read since `given.since`
 */
export async function lookAtAsked(
  account: PaymentAccountRow,
  ask: Reader,
  given: { isHistory: boolean; fresh: ReadonlySet<string>; since: Date },
): Promise<void> {
  const { fresh, since, isHistory } = given;
  const asked = await db()
    .select()
    .from(moneyLooks)
    .where(eq(moneyLooks.paymentAccountId, account.id))
    .orderBy(asc(moneyLooks.askedAt))
    .limit(atOnce);
  for (const { kind, objectId, askedAt } of asked) {
    const isRead = fresh.has(`${kind} ${objectId}`) && askedAt < since;
    const readAt = new Date();
    const object = isRead ? null : await ask(kind, (books, call) => books.object(call, kind, objectId));
    await db().transaction(async (tx) => {
      if (object) await applyObjects(tx, account, [object], { readAt, isHistory });
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
    });
  }
}
