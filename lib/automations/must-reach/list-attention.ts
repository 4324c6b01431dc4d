import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { mustReach } from "#db/schema/automations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, encodeCursor } from "#lib/listing/cursor.ts";
import { shortText } from "#lib/text-schema.ts";
import { toAttentionDtos } from "./attention-dto.ts";
import { attentionPage, listAttentionInput } from "./schema.ts";

const cardCursor = z.tuple([shortText(80).regex(/^\w+$/), shortText(3).regex(/^\d+$/)]);

/** What needs attention: steps that had to reach someone, did not in time, and that nobody has confirmed; newest first. */
export const listAttention = defineVerb({
  permission: "read",
  input: listAttentionInput,
  output: attentionPage,
  async run({ ctx, input: { limit, cursor } }) {
    const after = decodeCursor(cursor, cardCursor);
    return readInTime(async (tx) => {
      const rows = await tx
        .select()
        .from(mustReach)
        .where(
          and(
            eq(mustReach.merchantId, ctx.merchantId),
            // Spelled out as in the index, which a parameter would not match.
            sql`${mustReach.status} = 'raised'`,
            after
              ? sql`(${mustReach.deliveryId}, ${mustReach.position}) < (${after[0]}, ${Number(after[1])})`
              : undefined,
          ),
        )
        .orderBy(desc(mustReach.deliveryId), desc(mustReach.position))
        .limit(limit + 1);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        data: await toAttentionDtos(tx, ctx.merchantId, shown, ctx.locale),
        nextCursor: last ? encodeCursor([last.deliveryId, String(last.position)]) : null,
      };
    });
  },
});
