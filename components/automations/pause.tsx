"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { pauseAutomationNow, resumeAutomationNow } from "#app/(dashboard)/automations/actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";

interface PauseProps {
  automation: Pick<AutomationDto, "id" | "name">;
  /** For so many days runs are held at most. */
  holdDays: number;
  /** In a row of a list. */
  isSmall?: boolean;
}

/** Pauses an automation, after saying what becomes of what happens meanwhile. */
export function PauseAutomation({ automation, holdDays, isSmall = false }: PauseProps) {
  const router = useRouter();
  return (
    <ConfirmDialog
      tone="primary"
      trigger={
        <Button icon={<Pause aria-hidden />} {...(isSmall ? { size: "sm" } : {})}>
          Pause{isSmall && <span className="sr-only"> {automation.name}</span>}
        </Button>
      }
      title={`Pause ${automation.name}?`}
      description="Nothing is run until you resume it. What happens meanwhile is held, and run then, the oldest first."
      confirmLabel="Pause"
      action={pauseAutomationNow}
      about={{ id: automation.id }}
      done="Paused"
      onDone={router.refresh}
    >
      <p className="text-muted">
        {`A run is held for ${holdDays === 1 ? "a day" : `${holdDays} days`} at most. After that it fails and is not run.`}
      </p>
    </ConfirmDialog>
  );
}

/** Resumes an automation that is paused or switched off. */
export function ResumeAutomation({ automation, isSmall = false }: Omit<PauseProps, "holdDays">) {
  const router = useRouter();
  return (
    <ConfirmDialog
      tone="primary"
      trigger={
        <Button
          icon={<Play aria-hidden />}
          variant={isSmall ? "secondary" : "primary"}
          {...(isSmall ? { size: "sm" } : {})}
        >
          Resume{isSmall && <span className="sr-only"> {automation.name}</span>}
        </Button>
      }
      title={`Resume ${automation.name}?`}
      description="What was held is run now, the oldest first, and then what happens from now on."
      confirmLabel="Resume"
      action={resumeAutomationNow}
      about={{ id: automation.id }}
      done="Resumed"
      onDone={router.refresh}
    />
  );
}
