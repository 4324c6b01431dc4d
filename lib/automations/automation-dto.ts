import type { AutomationRow } from "./naming/find-automation.ts";
import type { AutomationDto } from "./schema.ts";

export function toAutomationDto(row: AutomationRow): AutomationDto {
  const isStopped = row.liveVersion !== null && row.state !== "active";
  return {
    id: row.id,
    name: row.name,
    recipeId: row.recipeId,
    status: row.liveVersion === null ? "draft" : row.state,
    enabled: row.liveVersion !== null && row.state === "active",
    revision: row.revision,
    draft: row.draft,
    liveVersion: row.liveVersion,
    hasUnpublishedChanges: !row.isDraftLive,
    stoppedAt: isStopped ? row.stateSince.toISOString() : null,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
