import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { eventKeys, events } from "#db/schema/events.ts";
import { sandboxInboxRequests } from "#db/schema/sandbox.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderCore } from "#lib/words/render-core.ts";
import { getInbox } from "./inboxes.ts";
import { inboxRequestDto, listInboxRequestsInput } from "./schema.ts";
import { shownHeaders } from "./shown-headers.ts";

/**
 * What an inbox has received, newest first.
 * @throws {AppError} 404 for another merchant's inbox
 */
export const listInboxRequests = defineVerb({
  permission: "read",
  input: listInboxRequestsInput,
  output: pageOf(inboxRequestDto),
  async run({ ctx, input: { id, limit, cursor } }) {
    await getInbox({ ctx, input: { id } });
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await db()
      .select({ request: sandboxInboxRequests, testEventId: events.id })
      .from(sandboxInboxRequests)
      .leftJoin(
        eventKeys,
        and(
          eq(eventKeys.merchantId, sandboxInboxRequests.merchantId),
          eq(eventKeys.id, sql`${sandboxInboxRequests.headers} ->> 'webhook-id'`),
        ),
      )
      .leftJoin(
        events,
        and(
          eq(events.merchantId, eventKeys.merchantId),
          eq(events.id, eventKeys.id),
          eq(events.acceptedAt, eventKeys.acceptedAt),
          eq(events.origin, "test"),
        ),
      )
      .where(
        and(
          eq(sandboxInboxRequests.merchantId, ctx.merchantId),
          eq(sandboxInboxRequests.inboxId, id),
          before ? lt(sandboxInboxRequests.id, before) : undefined,
        ),
      )
      .orderBy(desc(sandboxInboxRequests.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      ({ request }) => [request.id],
      ({ request: row, testEventId }) => ({
        id: row.id,
        receivedAt: row.receivedAt.toISOString(),
        // Those that an earlier version took down were kept as they came.
        headers: shownHeaders(row.headers),
        body: row.body,
        isSignatureValid: row.isSignatureValid,
        signatureProblem: row.signatureProblem && renderProblem(row.signatureProblem, ctx.locale),
        answeredStatus: row.answeredStatus,
        // Without a valid signature it may be anyone who repeats the id of a test.
        isTest: row.isSignatureValid && testEventId !== null,
      }),
    );
  },
});

/** An earlier version kept the sentence itself. */
function renderProblem(stored: string, locale: Locale): string {
  return stored.startsWith("inbox_") ? renderCore({ code: stored, params: {} }, locale) : stored;
}
