"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeAutomation } from "#components/automations/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { PauseAutomation, ResumeAutomation } from "../pause.tsx";
import { RenameAutomation } from "./rename-automation.tsx";

interface AutomationActionsProps {
  automation: Pick<AutomationSummary, "id" | "name" | "status" | "revision">;
  /** For so many days runs are held at most. */
  holdDays: number;
}

/** What may be done to an automation. */
export function AutomationActions({ automation, holdDays }: AutomationActionsProps) {
  const isStopped = automation.status === "paused" || automation.status === "disabled";
  return (
    <>
      <ButtonLink href={`/automations/${automation.id}/edit`} icon={<Pencil aria-hidden />}>
        Edit
      </ButtonLink>
      {automation.status === "active" && <PauseAutomation automation={automation} holdDays={holdDays} />}
      {isStopped && <ResumeAutomation automation={automation} />}
      <RenameAutomation automation={automation} />
      <Delete automation={automation} />
    </>
  );
}

function Delete({ automation: { id, name } }: Pick<AutomationActionsProps, "automation">) {
  const router = useRouter();
  return (
    <ConfirmDialog<{ cancelled: number }>
      trigger={<Button icon={<Trash2 aria-hidden />}>Delete</Button>}
      title={`Delete ${name}?`}
      description="This cannot be taken back. What it has done stays in the apps, and in the list of deliveries."
      stops={["Nothing more is run.", "Runs that wait are cancelled."]}
      confirmLabel="Delete automation"
      action={removeAutomation}
      about={{ id }}
      done={({ cancelled }) => ({
        message: "Automation deleted",
        ...(cancelled > 0
          ? { description: cancelled === 1 ? "1 run was cancelled." : `${cancelled} runs were cancelled.` }
          : {}),
      })}
      onDone={() => router.push("/automations")}
    />
  );
}
