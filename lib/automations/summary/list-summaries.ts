import { and, desc, eq, isNotNull, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { selectAutomations } from "#lib/automations/naming/find-automation.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { automationSummaryDto, listSummariesInput, type summaryStatusSchema } from "./summary-schema.ts";
import { toSummaries } from "./to-summaries.ts";

/** The merchant's automations, newest first, each with what it does in words and how it has been doing. */
export const listSummaries = defineVerb({
  permission: "read",
  input: listSummariesInput,
  output: pageOf(automationSummaryDto),
  async run({ ctx, input }) {
    const { limit, cursor, search, status } = input;
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await selectAutomations(
      db(),
      and(
        eq(automations.merchantId, ctx.merchantId),
        isNull(destinations.deletedAt),
        hasStatus(status),
        before === undefined ? undefined : lt(automations.id, before),
        search ? or(everyWordIn(search, [automations.name]), eq(automations.id, search.trim())) : undefined,
      ),
    )
      .orderBy(desc(automations.id))
      .limit(limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { data: await toSummaries(ctx.merchantId, page.data), nextCursor: page.nextCursor };
  },
});

function hasStatus(status: (typeof summaryStatusSchema)["options"][number] | undefined): SQL | undefined {
  switch (status) {
    case undefined:
      return undefined;
    case "draft":
      return isNull(destinations.liveVersion);
    case "paused":
      return and(isNotNull(destinations.liveVersion), ne(destinations.state, "active"));
    case "failing":
      return and(eq(destinations.state, "active"), isNotNull(destinations.failingSince));
    case "active":
      return and(isNotNull(destinations.liveVersion), eq(destinations.state, "active"));
  }
}
