"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { publishDraft } from "#components/automations/builder/server-actions.ts";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { ModalClose } from "#components/ui/modal.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { useBuilder } from "../builder-context.ts";
import { PlaceList } from "../place-list.tsx";
import type { Autosave } from "../save/use-autosave.ts";
import { DraftDifference } from "./draft-difference.tsx";
import { DryRun } from "./dry-run.tsx";

export interface PublishDialogProps {
  automation: AutomationDto;
  autosave: Autosave;
  /** A person wants to publish: what is missing is told at its fields. */
  onAsk: () => void;
  onRefused: (faults: readonly { path: string; message: string }[]) => void;
}

/** What becomes live, what it would have done lately, and the button. Without scripts the button is there alone. */
export function PublishDialog({ automation, autosave, onAsk, onRefused }: PublishDialogProps) {
  const router = useRouter();
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const decision = useDecision(publishDraft, {
    onResult: (result) => {
      if (!result.ok) return onRefused(result.fieldErrors);
      modal.current?.close();
      toastDone(t("publish_dialog_live"), { description: t("publish_dialog_description") });
      router.push(`/automations/${automation.id}`);
      router.refresh();
    },
  });
  const isSaved = autosave.state.kind === "saved";
  return (
    <>
      <Dialog
        title={t("publish_dialog_title")}
        description={t("publish_dialog_from_then_events_go")}
        modal={modal}
        onOpenChange={(opened) => {
          setIsOpen(opened);
          if (!opened) return;
          onAsk();
          void autosave.flush();
        }}
        trigger={<Button variant="primary">{t("publish_dialog_title")}</Button>}
      >
        {isOpen && isSaved && (
          <>
            <PublishProblems onLeave={() => modal.current?.close()} />
            <DraftDifference id={automation.id} revision={autosave.stored.revision} />
            <DryRun id={automation.id} />
          </>
        )}
        {isOpen && !isSaved && <p role="status">{t("publish_dialog_draft_saved_first")}</p>}
        <DecisionOutcome decision={decision} refusedTitle={t("publish_dialog_was_not_published")} />
        <form {...decision.form}>
          <HiddenFields values={{ id: automation.id, revision: String(autosave.stored.revision) }} />
          <DialogFooter>
            <ModalClose>
              <Button>{common("cancel")}</Button>
            </ModalClose>
            <SubmitButton isPending={decision.isPending} disabled={isOpen && !isSaved}>
              {t("publish_dialog_publish_now")}
            </SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      {decision.isPosted && (
        <DecisionOutcome
          decision={decision}
          refusedTitle={t("publish_dialog_was_not_published")}
          done={t("publish_dialog_live_2")}
        />
      )}
    </>
  );
}

/** What keeps the draft from being published. */
function PublishProblems({ onLeave }: { onLeave: () => void }) {
  const { problems } = useBuilder();
  const open = problems.filter(({ weight }) => weight !== "warning");
  if (open.length === 0) return null;
  return (
    <Notice tone="warning" title={t("publish_problems_count_plural_one_1", { count: open.length })}>
      <PlaceList problems={open} onLeave={onLeave} />
    </Notice>
  );
}
