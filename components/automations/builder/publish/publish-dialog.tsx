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
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { AutomationDto } from "#lib/automations/schema.ts";
import type { Autosave } from "../save/use-autosave.ts";
import { DraftDifference } from "./draft-difference.tsx";
import { DryRun } from "./dry-run.tsx";
import { PublishProblems } from "./publish-problems.tsx";

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
      toastDone("It is live", { description: "It runs from the next event on." });
      router.push(`/automations/${automation.id}`);
      router.refresh();
    },
  });
  const isSaved = autosave.state.kind === "saved";
  return (
    <>
      <Dialog
        title="Publish"
        description="From then on events go by this draft. What already waits keeps the version it began with."
        modal={modal}
        onOpenChange={(opened) => {
          setIsOpen(opened);
          if (!opened) return;
          onAsk();
          void autosave.flush();
        }}
        trigger={<Button variant="primary">Publish</Button>}
      >
        {isOpen && isSaved && (
          <>
            <PublishProblems onLeave={() => modal.current?.close()} />
            <DraftDifference id={automation.id} revision={autosave.stored.revision} />
            <DryRun id={automation.id} />
          </>
        )}
        {isOpen && !isSaved && <p role="status">The draft is saved first …</p>}
        <DecisionOutcome decision={decision} refusedTitle="It was not published" />
        <form {...decision.form}>
          <HiddenFields values={{ id: automation.id, revision: String(autosave.stored.revision) }} />
          <DialogFooter>
            <ModalClose>
              <Button>Cancel</Button>
            </ModalClose>
            <SubmitButton isPending={decision.isPending} disabled={isOpen && !isSaved}>
              Publish now
            </SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      {decision.isPosted && (
        <DecisionOutcome decision={decision} refusedTitle="It was not published" done="It is live." />
      )}
    </>
  );
}
