import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { selectWebhooks, type WebhookRow } from "#lib/webhooks/find-webhook.ts";
import { type HookDto, hookDto, listHooksInput } from "./hook-schema.ts";

/** The hooks that the merchant's Zaps have, newest first. */
export const listHooks = defineVerb({
  permission: "read",
  input: listHooksInput,
  output: pageOf(hookDto),
  async run({ ctx, input: { limit, cursor } }) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await selectWebhooks(
      db(),
      and(
        eq(webhooks.merchantId, ctx.merchantId),
        eq(webhooks.origin, "zapier"),
        isNull(destinations.deletedAt),
        before ? lt(webhooks.id, before) : undefined,
      ),
    )
      .orderBy(desc(webhooks.id))
      .limit(limit + 1);
    return toPage(rows, limit, (row) => [row.id], toHookDto);
  },
});

function toHookDto(row: WebhookRow): HookDto {
  return {
    id: row.id,
    targetUrl: row.url,
    eventType: row.eventTypes.join(", "),
    zapId: row.originRef,
    status: row.state,
    disabledReason: row.state === "disabled" ? row.stateReason : null,
    disabledAt: row.state === "disabled" ? row.stateSince.toISOString() : null,
    pausedAt: row.state === "paused" ? row.stateSince.toISOString() : null,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
