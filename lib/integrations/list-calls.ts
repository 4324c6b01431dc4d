import { and, desc, eq, lt } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { integrationCalls } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { paymentCalls } from "#lib/failures/app-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Declaration } from "#lib/providers/contract/declaration-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render, renderStored } from "#lib/words/render.ts";
import { getManifest, loadDeclarationFor, requireIntegration } from "./integration-row.ts";
import { type CallDto, callDto, listCallsInput } from "./schema.ts";

type CallRow = typeof integrationCalls.$inferSelect;
type App = { name: string; declared: Declaration };

/** What was asked of an app and what it told us, newest first. */
export const listCalls = defineVerb({
  permission: "read",
  input: listCallsInput,
  output: pageOf(callDto),
  async run({ ctx, input: { id, limit, cursor, outcome } }) {
    const integration = await requireIntegration(ctx, id);
    const app = { name: getManifest(integration).name, declared: await loadDeclarationFor(integration) };
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
      (row) => toCallDto(row, app, ctx.locale),
    );
  },
});

function toCallDto(row: CallRow, app: App, locale: Locale): CallDto {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    title: render(describeCall(row, app), locale),
    outcome: row.outcome,
    failureKind: row.failureKind,
    message: renderStored(row, locale, { title: findCallTitle(row, app) }),
    detail: row.detail,
    requests: row.requests,
    startedAt: row.startedAt.toISOString(),
    durationMs: row.durationMs,
  };
}

/** What the action or list is called. */
function findCallTitle({ kind, name }: CallRow, { declared: { actions, resources } }: App): string {
  const known: readonly { id: string; title: string }[] = kind === "action" ? actions : resources;
  return known.find(({ id }) => id === name)?.title ?? name;
}

function describeCall(row: CallRow, app: App): Message {
  const { kind, name } = row;
  switch (kind) {
    case "action": {
      const what = paymentCalls.find((one) => one === name);
      if (what !== undefined) return say("call_title_payment", { what });
      return say("call_title_action", { title: findCallTitle(row, app) });
    }
    case "resource":
      return say("call_title_resource", { title: findCallTitle(row, app) });
    case "check":
      return say("call_title_check");
    case "refresh":
      return say("call_title_refresh");
    case "sync":
      return say("call_title_sync", { kind: name === "order" ? "order" : "product" });
    case "inbound":
      return say("call_title_inbound", { app: app.name, topic: name });
    case "connection":
      return name === "subscribe" ? say("call_title_subscribe") : say("call_title_connection");
  }
}
