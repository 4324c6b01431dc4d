import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { selectWebhooks, type WebhookRow } from "#lib/webhooks/find-webhook.ts";
import { type HookDto, listHooksInput } from "./hook-schema.ts";

/** The hooks that the merchant's Zaps have, newest first. */
export async function listHooks({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<Page<HookDto>> {
  authorise(ctx, "read");
  const { limit, cursor } = parseInput(listHooksInput, input);
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
}

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
