import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";
import { automationState } from "./automation-state.ts";

interface StateBadgeProps {
  automation: Parameters<typeof automationState>[0] &
    Pick<AutomationSummary, "hasUnpublishedChanges" | "status">;
  zone: string;
}

/** The state of an automation in a word, and under it since when or why. */
export function AutomationStateBadge({ automation, zone }: StateBadgeProps) {
  const { tone, word, cause, since } = automationState(automation);
  const isChanged = automation.hasUnpublishedChanges && automation.status !== "draft";
  return (
    <div className="grid gap-0.5 max-md:justify-items-end">
      <Status tone={tone}>{word}</Status>
      {(cause ?? since) && (
        <span className="text-muted text-sm">
          {cause}
          {since && <RelativeTime at={since} zone={zone} />}
        </span>
      )}
      {isChanged && (
        <span className="text-muted text-sm">{t("automation_state_badge_unpublished_changes")}</span>
      )}
    </div>
  );
}
