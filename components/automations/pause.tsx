"use client";

import { pauseAutomationNow, resumeAutomationNow } from "#components/automations/server-actions.ts";
import { PauseDialog, ResumeDialog } from "#components/forms/pause-dialogs.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";

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
      title={`Pause ${name}?`}
      description="Nothing is run until you resume it. What happens meanwhile is held, and run then, the oldest first."
      held={{ what: "A run", days: holdDays, after: "not run" }}
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
      title={`Resume ${name}?`}
      description="What was held is run now, the oldest first, and then what happens from now on."
      rowName={isInRow ? name : undefined}
    />
  );
}
