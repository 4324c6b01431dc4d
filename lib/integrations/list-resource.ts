import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { lookUp } from "#lib/look-up.ts";
import type { ResourcePage } from "#lib/providers/contract/resource.ts";
import { unreadMessage } from "#lib/providers/contract/unread.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { renderFacts } from "#lib/words/render-facts.ts";
import { callProvider } from "./calls/call-provider.ts";
import { toAppError } from "./calls/to-app-error.ts";
import { type IntegrationRow, loadProviderFor, requireIntegration } from "./integration-row.ts";
import { listResourceInput, type ResourcePageDto, resourcePageDto } from "./schema.ts";
import { forgetUnmet, forgetUnread, keepUnread } from "./unread/keep-unread.ts";
import { unreadNotes } from "./unread/unread-notes.ts";

/**
 * What the account holds, as the app itself lists it now: channels, spreadsheets, products. What cannot be read of it
 * is named beside the rest, and kept until a version comes that can.
 * @throws {AppError} 404, 409 where the connection needs its merchant, 429, 502, 504
 */
export const listResource = defineVerb({
  permission: "read",
  input: listResourceInput,
  output: resourcePageDto,
  async run({ ctx, input: { id, resource: resourceId, limit, cursor, search } }) {
    const integration = await requireIntegration(ctx, id);
    const resource = lookUp((await loadProviderFor(integration)).resources, resourceId);
    if (!resource) throw notFound("resource");
    const since = new Date();
    try {
      const { result } = await callProvider({
        integration,
        kind: "resource",
        name: resourceId,
        idempotencyKey: newId("req"),
        run: (call) => resource.list(call, { cursor: cursor ?? null, limit, search }),
        describe: describePage,
      });
      const isWhole = cursor === undefined && !search && result.nextCursor === null;
      await rememberUnread(integration, resourceId, result, isWhole ? since : null);
      return toDto(result, cursor ?? null, ctx.locale);
    } catch (error) {
      throw toAppError(error);
    }
  },
});

function describePage({ items, unread }: ResourcePage): readonly [Message, ...Message[]] {
  return [say("call_list_read", { count: items.length }), ...unreadNotes(unread)];
}

/** @param wholeSince when the reading began, where the page is all there is */
async function rememberUnread(
  integration: IntegrationRow,
  list: string,
  { items, unread }: ResourcePage,
  wholeSince: Date | null,
): Promise<void> {
  const place = { source: "list", list } as const;
  await db().transaction(async (tx) => {
    const ids = items.map(({ id }) => id).toSorted();
    await forgetUnread(tx, integration.id, place, ids);
    await keepUnread(tx, integration, place, unread, null);
    if (wholeSince) await forgetUnmet(tx, integration.id, place, { jobId: null, since: wholeSince });
  });
}

/** A page that leads to itself is the last one. */
function toDto(
  { items, unread, nextCursor }: ResourcePage,
  cursor: string | null,
  locale: Locale,
): ResourcePageDto {
  return {
    data: items.map(({ details = {}, ...item }) => ({ ...item, details: renderFacts(details, locale) })),
    nextCursor: nextCursor === cursor ? null : nextCursor,
    unread: unread.map(({ externalId: id, label, ...reason }) => ({
      id,
      label,
      code: reason.code,
      field: reason.field,
      message: render(unreadMessage(reason), locale),
    })),
  };
}
