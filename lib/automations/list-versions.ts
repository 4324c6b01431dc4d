import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import { shortText } from "#lib/text-schema.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { listVersionsInput, versionPage } from "./schema.ts";

const numberCursor = z.tuple([shortText(7).regex(/^[1-9]\d*$/)]);

/**
 * What was published of an automation, the newest first.
 * @throws {AppError} 404 for another merchant's automation
 */
export const listVersions = defineVerb({
  permission: "read",
  input: listVersionsInput,
  output: versionPage,
  async run({ ctx, input: { id, limit, cursor } }) {
    const [before] = decodeCursor(cursor, numberCursor) ?? [];
    const { liveVersion } = await findAutomation(db(), ctx.merchantId, id);
    const rows = await db()
      .select()
      .from(automationVersions)
      .where(
        and(
          eq(automationVersions.merchantId, ctx.merchantId),
          eq(automationVersions.automationId, id),
          before === undefined ? undefined : lt(automationVersions.number, Number(before)),
        ),
      )
      .orderBy(desc(automationVersions.number))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      ({ number }) => [String(number)],
      ({ number, publishedAt, definition }) => ({
        number,
        isLive: number === liveVersion,
        publishedAt: publishedAt.toISOString(),
        definition,
      }),
    );
  },
});
