import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { selectAutomations } from "./naming/find-automation.ts";
import { automationPage, listAutomationsInput } from "./schema.ts";

/** The merchant's automations, newest first. */
export const listAutomations = defineVerb({
  permission: "read",
  input: listAutomationsInput,
  output: automationPage,
  async run({ ctx, input: { limit, cursor } }) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await selectAutomations(
      db(),
      and(
        eq(automations.merchantId, ctx.merchantId),
        isNull(destinations.deletedAt),
        before === undefined ? undefined : lt(automations.id, before),
      ),
    )
      .orderBy(desc(automations.id))
      .limit(limit + 1);
    return toPage(rows, limit, ({ id }) => [id], toAutomationDto);
  },
});
