import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lockMerchant } from "#db/lock-merchant.ts";
import { destinations } from "#db/schema/destinations.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

const maxOfAKind = 500;
const tooMany = {
  webhook: () => conflict("too_many_webhooks", say("problem_too_many_webhooks", { max: maxOfAKind })),
  automation: () =>
    conflict("too_many_automations", say("problem_too_many_automations", { max: maxOfAKind })),
} as const;

type NewDestination = typeof destinations.$inferInsert & { kind: keyof typeof tooMany };

/**
 * Writes what the engine needs of a new destination; the row of its kind is the caller's, in the same transaction.
 * @throws {AppError} 409 at 500 of a kind
 */
export async function insertDestination(tx: Tx, made: NewDestination): Promise<void> {
  const { merchantId, kind } = made;
  await lockMerchant(tx, merchantId);
  const [existing] = await tx
    .select({ total: count() })
    .from(destinations)
    .where(
      and(
        eq(destinations.merchantId, merchantId),
        eq(destinations.kind, kind),
        isNull(destinations.deletedAt),
      ),
    );
  if ((existing?.total ?? 0) >= maxOfAKind) throw tooMany[kind]();
  await tx.insert(destinations).values(made);
}
