import { and, desc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { selectWebhooks } from "./find-webhook.ts";
import { type ListWebhooksStatus, listWebhooksInput, webhookSummaryDto } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";
import { findWebhookStats, noStats } from "./webhook-stats.ts";

/** The merchant's webhooks, newest first, each with how it did over the last 24 hours. */
export const listWebhooks = defineVerb({
  permission: "read",
  input: listWebhooksInput,
  output: pageOf(webhookSummaryDto),
  async run({ ctx, input: { limit, cursor, search, status } }) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await selectWebhooks(
      db(),
      and(
        eq(webhooks.merchantId, ctx.merchantId),
        isNull(destinations.deletedAt),
        hasStatus(status),
        before ? lt(webhooks.id, before) : undefined,
        search
          ? or(everyWordIn(search, [webhooks.url, webhooks.description]), eq(webhooks.id, search.trim()))
          : undefined,
      ),
    )
      .orderBy(desc(webhooks.id))
      .limit(limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
    const stats = await findWebhookStats(
      ctx,
      page.data.map((row) => row.id),
    );
    const data = await Promise.all(
      page.data.map(async (row) => ({
        ...toWebhookDto(row, await openWebhookSecrets(row)),
        ...(stats.get(row.id) ?? noStats),
      })),
    );
    return { data, nextCursor: page.nextCursor };
  },
});

function hasStatus(status: ListWebhooksStatus | undefined) {
  if (status === undefined) return undefined;
  if (status === "failing")
    return and(eq(destinations.state, "active"), isNotNull(destinations.failingSince));
  const byHand = and(eq(destinations.state, "disabled"), eq(destinations.stateReason, "manual"));
  return status === "paused" ? or(eq(destinations.state, status), byHand) : eq(destinations.state, status);
}
