import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { operators } from "#db/schema/tenancy.ts";
import { notFound } from "#lib/errors.ts";
import type { Locale } from "#lib/words/locale.ts";
import { defineVerbFor, type Spec } from "./verb.ts";

/**
 * An operator who asks: a person above merchants. It is no `Ctx` and holds no merchant, so no verb of a merchant takes
 * it, and no key or session of a merchant has what it holds.
 */
export type OperatorCtx = {
  /** The user whose row in `operators` counts. */
  operatorId: string;
  requestId: string;
  locale: Locale;
};

/**
 * Every verb over all merchants begins with it. The row is read each time, so that a right that was taken away is gone
 * with the next request.
 * @throws {AppError} 404 for everybody else: that there is anything is not theirs to know
 */
export async function authoriseOperator(ctx: OperatorCtx): Promise<void> {
  if (!(await isOperator(ctx.operatorId))) throw notFound("page");
}

/** A verb over all merchants, at the moment `at`: now, where it is left out. */
export function defineOperatorVerb<In extends z.ZodType, Out extends z.ZodType>(
  spec: Spec<{ ctx: OperatorCtx; at?: Date | undefined }, In, Out>,
) {
  return defineVerbFor(
    ({ ctx }: { ctx: OperatorCtx; at?: Date | undefined }) => authoriseOperator(ctx),
    spec,
  );
}

/** Whether a person is an operator now. */
export async function isOperator(userId: string): Promise<boolean> {
  const [row] = await db()
    .select({ userId: operators.userId })
    .from(operators)
    .where(eq(operators.userId, userId));
  return row !== undefined;
}
