import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { findLive } from "./naming/find-live.ts";
import { dryRunInTurn } from "./trying/dry-run-in-turn.ts";
import { dryRunDto, dryRunInput } from "./trying/try-schema.ts";

/**
 * What a draft, or what would be saved in its place, would make of the merchant's newest events, and what the live version
 * makes of them. No app is asked, nothing is sent and nothing is written.
 * @throws {AppError} 404 for another merchant's automation, 429 while others of the merchant's are under way
 */
export const dryRunAutomation = defineVerb({
  permission: "read",
  input: dryRunInput,
  output: dryRunDto,
  async run({ ctx, input: { id, definition, events: count } }) {
    const automation = await findAutomation(db(), ctx.merchantId, id);
    const live = await findLive(db(), automation);
    const found = await dryRunInTurn({
      merchantId: ctx.merchantId,
      automationId: id,
      draft: definition ?? automation.draft,
      live,
      count,
      locale: ctx.locale,
    });
    return { ...found, liveVersion: live?.version ?? null };
  },
});
