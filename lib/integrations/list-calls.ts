import { and, desc, eq, lt } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { integrationCalls } from "#db/schema/integrations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { paymentCalls } from "#lib/failures/app-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render, renderStored } from "#lib/words/render.ts";
import { loadProviderOf, requireIntegration } from "./integration-row.ts";
import { type CallDto, listCallsInput } from "./schema.ts";

type CallRow = typeof integrationCalls.$inferSelect;

/** What was asked of an app and what it told us, newest first. */
export async function listCalls({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<Page<CallDto>> {
  authorise(ctx, "read");
  const { id, limit, cursor, outcome } = parseInput(listCallsInput, input);
  const provider = await loadProviderOf(await requireIntegration(ctx, id));
  const [before] = decodeCursor(cursor, idCursor) ?? [];
  const rows = await readInTime((tx) =>
    tx
      .select()
      .from(integrationCalls)
      .where(
        and(
          eq(integrationCalls.merchantId, ctx.merchantId),
          eq(integrationCalls.integrationId, id),
          outcome ? eq(integrationCalls.outcome, outcome) : undefined,
          before ? lt(integrationCalls.id, before) : undefined,
        ),
      )
      .orderBy(desc(integrationCalls.id))
      .limit(limit + 1),
  );
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => toCallDto(row, provider, ctx.locale),
  );
}

function toCallDto(row: CallRow, provider: Provider, locale: Locale): CallDto {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    title: render(titleOf(row, provider), locale),
    outcome: row.outcome,
    failureKind: row.failureKind,
    message: renderStored(row, locale, { title: nameOf(row, provider) }),
    detail: row.detail,
    requests: row.requests,
    startedAt: row.startedAt.toISOString(),
    durationMs: row.durationMs,
  };
}

/** What the action or list is called. */
function nameOf({ kind, name }: CallRow, { actions, resources }: Provider): string {
  const found = kind === "action" ? lookUp(actions, name) : lookUp(resources, name);
  return found?.title ?? name;
}

function titleOf(row: CallRow, provider: Provider): Message {
  const { kind, name } = row;
  switch (kind) {
    case "action": {
      const what = paymentCalls.find((one) => one === name);
      if (what !== undefined) return say("call_title_payment", { what });
      return say("call_title_action", { title: nameOf(row, provider) });
    }
    case "resource":
      return say("call_title_resource", { title: nameOf(row, provider) });
    case "check":
      return say("call_title_check");
    case "refresh":
      return say("call_title_refresh");
    case "sync":
      return say("call_title_sync", { kind: name === "order" ? "order" : "product" });
    case "inbound":
      return say("call_title_inbound", { app: provider.name, topic: name });
    case "connection":
      return name === "subscribe" ? say("call_title_subscribe") : say("call_title_connection");
  }
}
