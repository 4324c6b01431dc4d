import { and, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { manifests } from "#lib/providers/manifests.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { hasWord } from "#lib/search/words.ts";
import { toIntegrationDtos } from "./integration-dto.ts";
import { integrationDto, listIntegrationsInput } from "./schema.ts";

/** The merchant's connections, newest first, disconnected ones too. */
export const listIntegrations = defineVerb({
  permission: "read",
  input: listIntegrationsInput,
  output: pageOf(integrationDto),
  async run({ ctx, input: { limit, cursor, provider, status, search } }) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await db()
      .select()
      .from(integrations)
      .where(
        and(
          eq(integrations.merchantId, ctx.merchantId),
          provider ? eq(integrations.provider, provider) : undefined,
          status ? eq(integrations.status, status) : undefined,
          before ? lt(integrations.id, before) : undefined,
          search ? matchesText(search) : undefined,
        ),
      )
      .orderBy(desc(integrations.id))
      .limit(limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { data: await toIntegrationDtos(page.data, ctx.locale), nextCursor: page.nextCursor };
  },
});

/** Each word stands in the account's name or in the app's; an id is found as a whole. */
function matchesText(search: string): SQL | undefined {
  const isOfApp = (word: string) => {
    const apps = manifests.filter(({ name }) => hasWord([name], word)).map(({ id }) => id);
    return inArray(integrations.provider, apps);
  };
  const id = search.trim();
  return or(
    everyWordIn(search, [integrations.accountLabel], isOfApp),
    eq(integrations.id, id),
    eq(integrations.accountId, id),
  );
}
