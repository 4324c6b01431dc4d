"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeAutomation } from "#components/automations/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { automationsDetailBrowser as t } from "#lib/words/en/screens/automations-detail-browser.ts";
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
        {t("automation_actions_edit")}
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
      trigger={<Button icon={<Trash2 aria-hidden />}>{t("delete_delete")}</Button>}
      title={t("delete_title", { name })}
      description={t("delete_description")}
      stops={[t("delete_nothing_more_run"), t("delete_runs_that_wait_cancelled")]}
      confirmLabel={t("delete_delete_automation")}
      action={removeAutomation}
      about={{ id }}
      done={({ cancelled }) => ({
        message: t("delete_automation_deleted"),
        ...(cancelled > 0 ? { description: t("delete_cancelled_plural_one_1", { cancelled }) } : {}),
      })}
      onDone={() => router.push("/automations")}
    />
  );
}
