"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { renameAutomation } from "#components/automations/server-actions.ts";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { automationsDetailBrowser as t } from "#lib/words/en/screens/automations-detail-browser.ts";
import { common } from "#lib/words/en/screens/common.ts";

/** Gives an automation another name. What it does stays as it is. */
export function RenameAutomation({
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
