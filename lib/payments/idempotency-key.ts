import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { charges, refunds } from "#db/schema/payments.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

const keyForm = /^[\x21-\x7e]{1,255}$/;

/**
 * The key of what moves money, which has to have one.
 * @throws {AppError} 400 where there is none, or it is no key
 */
export function requireKey(key: string | undefined): string {
  if (key === undefined) {
    const said = say("problem_idempotency_key_needed");
    throw new AppError({ status: 400, code: "idempotency_key_required", said });
  }
  if (keyForm.test(key)) return key;
  const said = say("problem_idempotency_key_form");
  throw new AppError({ status: 400, code: "bad_idempotency_key", said });
}

/** @throws {AppError} 409 where the key stands for something else, and always will */
export function requireSameContent(row: { fingerprint: string | null }, fingerprint: string): void {
  if (row.fingerprint !== fingerprint) throw reused();
}

/** A key is one for payments and refunds. @throws {AppError} 409 where it stands for one of the other kind */
export async function requireFreeKey(
  tx: Tx,
  table: typeof charges | typeof refunds,
  merchantId: string,
  key: string,
): Promise<void> {
  const [other] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.merchantId, merchantId), eq(table.key, key)));
  if (other) throw reused();
}

function reused(): AppError {
  const said = say("problem_payment_key_reused");
  return new AppError({ status: 409, code: "idempotency_key_reused", said });
}
