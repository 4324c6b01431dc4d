import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { readSqlState } from "#db/sql-state.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { AppError, type FieldFault } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import { toFieldFaults } from "#lib/parse.ts";
import { acceptEventsFrom } from "./accept-events.ts";
import type { AcceptedEventDto, EventInput } from "./schema.ts";

const latestMs = Date.parse("9999-12-31T23:59:59Z");

const forwardedEvent = z.object({
  id: z.string().optional(),
  name: z.string(),
  ts: z.int().min(0).max(latestMs).optional(),
  data: z.looseObject({ merchantId: z.string(), cause: z.string().optional() }),
});

type Rejection = { id: string | undefined; name: string | undefined; errors: readonly FieldFault[] };

/**
 * Accepts events that other services sent through Inngest: `name` is the type, `data` that of the catalogue with
 * `merchantId` beside it, and `cause` where it is known, `ts` the time. A bad event does not hold up the good ones: it is reported and logged.
 * @throws when the database is away, so that the engine tries the whole batch again
 */
export async function acceptForwardedEvents(
  items: readonly unknown[],
): Promise<{ accepted: number; duplicates: number; rejected: Rejection[] }> {
  const rejected: Rejection[] = [];
  const events = items.flatMap((item) => {
    const parsed = forwardedEvent.safeParse(item);
    if (parsed.success) return [parsed.data];
    rejected.push({ id: undefined, name: undefined, errors: toFieldFaults(parsed.error) });
    return [];
  });
  let accepted = 0;
  let duplicates = 0;
  for (const [merchantId, own] of Map.groupBy(events, (event) => event.data.merchantId)) {
    if (!(await isMerchant(merchantId))) {
      const errors = [{ path: "data.merchantId", message: say("field_no_merchant") }];
      rejected.push(...own.map(({ id, name }) => ({ id, name, errors })));
      continue;
    }
    const together = await acceptTogether(merchantId, own);
    const results = together ?? (await acceptEach(merchantId, own, rejected));
    duplicates += results.filter((result) => result.duplicate).length;
    accepted += results.filter((result) => !result.duplicate).length;
  }
  if (rejected.length > 0) logger.error({ rejected }, "events from Inngest were refused");
  return { accepted, duplicates, rejected };
}

type ForwardedEvent = z.output<typeof forwardedEvent>;

/** @returns null when one of them is bad, and so none was accepted */
async function acceptTogether(
  merchantId: string,
  events: readonly ForwardedEvent[],
): Promise<AcceptedEventDto[] | null> {
  try {
    const ctx = systemCtx(merchantId, "accept-events");
    return await acceptEventsFrom("inngest", ctx, events.map(toInput));
  } catch (error) {
    if (isInputAtFault(error)) return null;
    throw error;
  }
}

async function acceptEach(
  merchantId: string,
  events: readonly ForwardedEvent[],
  rejected: Rejection[],
): Promise<AcceptedEventDto[]> {
  const accepted: AcceptedEventDto[] = [];
  for (const event of events) {
    try {
      const ctx = systemCtx(merchantId, "accept-events");
      accepted.push(...(await acceptEventsFrom("inngest", ctx, toInput(event))));
    } catch (error) {
      if (!isInputAtFault(error)) throw error;
      const errors =
        error instanceof AppError ? error.fieldErrors : [{ path: "", message: say("field_not_storable") }];
      rejected.push({ id: event.id, name: event.name, errors });
    }
  }
  return accepted;
}

/** Refused by the schemas, or, class 22, by the database as data that it cannot keep: trying again will not help. */
function isInputAtFault(error: unknown): boolean {
  return error instanceof AppError ? error.status === 422 : (readSqlState(error)?.startsWith("22") ?? false);
}

function toInput({ id, name, ts, data: { merchantId: _, cause, ...data } }: ForwardedEvent): EventInput {
  return {
    id,
    type: name,
    data,
    cause,
    occurredAt: ts === undefined ? undefined : new Date(ts).toISOString(),
  };
}

async function isMerchant(merchantId: string): Promise<boolean> {
  const rows = await db().select({ id: merchants.id }).from(merchants).where(eq(merchants.id, merchantId));
  return rows.length > 0;
}
