"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { removeAutomation, renameAutomation } from "#components/automations/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { automationsDetailBrowser as t } from "#lib/words/en/screens/automations-detail-browser.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { PauseAutomation, ResumeAutomation } from "../pause.tsx";

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

/** Gives an automation another name. What it does stays as it is. */
function RenameAutomation({
  automation: { id, name, revision },
}: {
  automation: Pick<AutomationDto, "id" | "name" | "revision">;
}) {
  const router = useRouter();
  const modal = useRef<HTMLDialogElement>(null);
  const decision = useDecision<{ name: string }>(renameAutomation, {
    onResult: (result) => {
      if (!result.ok) return;
      modal.current?.close();
      toastDone(t("rename_automation_renamed"));
      router.refresh();
    },
  });
  const { result } = decision;
  return (
    <>
      <Dialog
        title={t("rename_automation_title")}
        modal={modal}
        trigger={<Button>{t("rename_automation_title")}</Button>}
      >
        <form {...decision.form} className="grid gap-4">
          <HiddenFields values={{ id, revision: String(revision) }} />
          {result && !result.ok && (
            <div role="alert">
              <Notice tone="danger">{result.message}</Notice>
            </div>
          )}
          <Field name="name" label={common("name")} isRequired>
            <Input key={name} defaultValue={name} maxLength={200} required autoComplete="off" />
          </Field>
          <DialogFooter>
            <SubmitButton isPending={decision.isPending}>{t("rename_automation_title")}</SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      {decision.isPosted && (
        <DecisionOutcome
          decision={decision}
          done={t("rename_automation_renamed")}
          refusedTitle={t("rename_automation_was_not_renamed")}
        />
      )}
    </>
  );
}
