import { and, desc, eq, ilike, lt, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { containing } from "#lib/listing/containing.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { toIntegrationDtos } from "./integration-dto.ts";
import { type IntegrationDto, listIntegrationsInput } from "./schema.ts";

/** The merchant's connections, newest first, disconnected ones too. */
export async function listIntegrations({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<IntegrationDto>> {
  authorise(ctx, "read");
  const { limit, cursor, provider, status, search } = parseInput(listIntegrationsInput, input);
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
        search
          ? or(
              ilike(integrations.accountLabel, containing(search)),
              ilike(integrations.provider, containing(search)),
              sql`${integrations.id} = ${search}`,
            )
          : undefined,
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
  return { data: await toIntegrationDtos(page.data), nextCursor: page.nextCursor };
}
