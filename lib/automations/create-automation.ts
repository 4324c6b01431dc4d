import { and, count, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { lockMerchant } from "#db/lock-merchant.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { parseInput } from "#lib/parse.ts";
import { defaultRetryScheduleSeconds } from "#lib/webhooks/retry-presets.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { requireSavable } from "./check-definition.ts";
import { findAutomation } from "./find-automation.ts";
import { publishVersion } from "./publish-version.ts";
import { type AutomationDto, createAutomationInput } from "./schema.ts";

const maxAutomationsPerMerchant = 500;
/** A run keeps its lease for as long as it takes: this is for what is claimed and not yet begun. */
const timeoutMs = 30_000;

/**
 * Creates an automation as a draft: it does nothing until it is published, which `enabled` does at once.
 * @throws {AppError} 422 for bad input, for a draft that is wrong, and for one that is to be enabled and could not be
 *   run; 409 at 500 automations
 */
export async function createAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "integrations:write");
  const { name, enabled, ...draft } = parseInput(createAutomationInput, input);
  const own = { id: newId("aut"), merchantId: ctx.merchantId };
  return db().transaction(async (tx) => {
    await requireSavable(tx, ctx.merchantId, draft);
    await lockMerchant(tx, ctx.merchantId);
    const [existing] = await tx
      .select({ total: count() })
      .from(destinations)
      .where(
        and(
          eq(destinations.merchantId, ctx.merchantId),
          eq(destinations.kind, "automation"),
          isNull(destinations.deletedAt),
        ),
      );
    if ((existing?.total ?? 0) >= maxAutomationsPerMerchant) {
      const said = say("problem_too_many_automations", { max: maxAutomationsPerMerchant });
      throw conflict("too_many_automations", said);
    }
    await tx.insert(destinations).values({
      ...own,
      kind: "automation",
      // No event makes a delivery until a version is live.
      eventTypes: [],
      state: "paused",
      retrySchedule: [...defaultRetryScheduleSeconds],
      timeoutMs,
    });
    await tx.insert(automations).values({ ...own, name, draft });
    await recordAudit(tx, ctx, { action: "automation.created", targetId: own.id, detail: { name } });
    const created = await findAutomation(tx, ctx.merchantId, own.id);
    if (!enabled) return toAutomationDto(created);
    const version = await publishVersion(tx, created, draft);
    await recordAudit(tx, ctx, { action: "automation.published", targetId: own.id, detail: { version } });
    return toAutomationDto(await findAutomation(tx, ctx.merchantId, own.id));
  });
}
