import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockRevision } from "./naming/find-automation.ts";
import { publishVersion } from "./publish-version.ts";
import { automationDto, publishAutomationInput } from "./schema.ts";

/**
 * Makes the draft the live version. Publishing what is live already changes nothing.
 * @throws {AppError} 422 with the path of each thing that could not be run, 404 for another merchant's automation, 409
 *   where someone has changed it since
 */
export const publishAutomation = defineVerb({
  permission: "integrations:write",
  input: publishAutomationInput,
  output: automationDto,
  async run({ ctx, input: { id, revision } }) {
    return db().transaction(async (tx) => {
      const current = await lockRevision(tx, ctx.merchantId, { id, revision });
      if (!current.isDraftLive) {
        const version = await publishVersion(tx, current, current.draft);
        await recordAudit(tx, ctx, { action: "automation.published", targetId: id, detail: { version } });
      }
      return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
    });
  },
});
