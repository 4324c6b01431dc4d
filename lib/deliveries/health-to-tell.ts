import { and, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";

/** What fails for a shorter time is not told of: most outages pass by themselves. */
export const failingBeforeToldMinutes = 15;

export type ToldState = "failing" | "disabled";

/**
 * Destinations of whose health there is something to tell: that have failed for 15 minutes, were switched off by
 * Patchbay, or work again. What a person did by hand is not told.
 */
export function hasHealthToTell(): SQL | undefined {
  const isOff = inArray(destinations.stateReason, ["gone", "failing"]);
  const isFailing = and(
    eq(destinations.state, "active"),
    lte(destinations.failingSince, sql`now() - make_interval(mins => ${failingBeforeToldMinutes})`),
  );
  const isWell = and(eq(destinations.state, "active"), isNull(destinations.failingSince));
  return and(
    isNull(destinations.deletedAt),
    or(isNotNull(destinations.failingSince), isOff, isNotNull(destinations.toldState)),
    or(
      and(isOff, sql`${destinations.toldState} IS DISTINCT FROM 'disabled'`),
      and(isFailing, isNull(destinations.toldState)),
      and(isWell, isNotNull(destinations.toldState)),
    ),
  );
}

/** Which of these it is; null = it works again. */
export function stateToTell({
  state,
  failingSince,
}: Pick<typeof destinations.$inferSelect, "state" | "failingSince">): ToldState | null {
  if (state === "disabled") return "disabled";
  return failingSince === null ? null : "failing";
}

/** What the last attempt that failed met, tests aside, led in for a notice; empty = none is kept. */
export async function lastFailureToTell(
  tx: Tx,
  { id, merchantId }: { id: string; merchantId: string },
): Promise<Message[]> {
  const [last] = await tx
    .select({ code: attempts.code, params: attempts.params })
    .from(attempts)
    .where(
      and(
        eq(attempts.merchantId, merchantId),
        eq(attempts.destinationId, id),
        sql`${attempts.outcome} IN ('retrying', 'failed') AND ${attempts.trigger} <> 'test'`,
      ),
    )
    .orderBy(sql`${attempts.id} DESC`)
    .limit(1);
  if (!last) return [];
  const params = last.params ?? {};
  const said =
    typeof params.verbatim === "string"
      ? say("verbatim", { text: params.verbatim })
      : { code: last.code, params };
  return [say("notice_last_attempt"), said];
}
