import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { selectAutomations } from "./naming/find-automation.ts";
import { type AutomationDto, listAutomationsInput } from "./schema.ts";

/** The merchant's automations, newest first. */
export async function listAutomations({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Page<AutomationDto>> {
  authorise(ctx, "read");
  const { limit, cursor } = parseInput(listAutomationsInput, input);
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
}
