import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockRevision } from "./naming/find-automation.ts";
import { publishVersion } from "./publish-version.ts";
import { automationDto, restoreVersionInput } from "./schema.ts";

/**
 * Goes back to an earlier version: what it did is published again, under a number of its own, and takes the place of the
 * draft.
 * @throws {AppError} 422 where it could not be run any more, 404 for another merchant's automation or a version that is
 *   not there, 409 where someone has changed it since
 */
export const restoreVersion = defineVerb({
  permission: "integrations:write",
  input: restoreVersionInput,
  output: automationDto,
  async run({ ctx, input: { id, number, revision } }) {
    return db().transaction(async (tx) => {
      const current = await lockRevision(tx, ctx.merchantId, { id, revision });
      const [restored] = await tx
        .select({ definition: automationVersions.definition })
        .from(automationVersions)
        .where(
          and(
            eq(automationVersions.merchantId, ctx.merchantId),
            eq(automationVersions.automationId, id),
            eq(automationVersions.number, number),
          ),
        );
      if (!restored) throw notFound("automation_version");
      const version = await publishVersion(tx, current, restored.definition);
      const detail = { restored: number, version };
      await recordAudit(tx, ctx, { action: "automation.restored", targetId: id, detail });
      return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
    });
  },
});
