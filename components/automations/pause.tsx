"use client";

import { pauseAutomationNow, resumeAutomationNow } from "#components/automations/server-actions.ts";
import { PauseDialog, ResumeDialog } from "#components/forms/pause-dialogs.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

interface PauseProps {
  automation: Pick<AutomationDto, "id" | "name">;
  /** For so many days runs are held at most. */
  holdDays: number;
  isInRow?: boolean;
}

export function PauseAutomation({ automation: { id, name }, holdDays, isInRow = false }: PauseProps) {
  return (
    <PauseDialog
      id={id}
      action={pauseAutomationNow}
      title={t("pause_automation_title", { name })}
      description={t("pause_automation_description")}
      held={{ of: "run", days: holdDays }}
      rowName={isInRow ? name : undefined}
    />
  );
}

export function ResumeAutomation({
  automation: { id, name },
  isInRow = false,
}: Omit<PauseProps, "holdDays">) {
  return (
    <ResumeDialog
      id={id}
      action={resumeAutomationNow}
      title={t("resume_automation_title", { name })}
      description={t("resume_automation_description")}
      rowName={isInRow ? name : undefined}
    />
  );
}
