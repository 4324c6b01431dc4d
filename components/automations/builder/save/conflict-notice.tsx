"use client";

import { useState, useTransition } from "react";
import { loadAutomation } from "#components/automations/builder/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { automationsBuilderSave as t } from "#lib/words/en/screens/automations-builder-save.ts";
import { type Draft, toDraft } from "./draft.ts";
import type { Autosave } from "./use-autosave.ts";

interface ConflictNoticeProps {
  id: string;
  autosave: Autosave;
  onLoad: (theirs: Draft) => void;
}

/** Someone else has changed the same automation: nothing is overwritten until a person says which of the two stays. */
export function ConflictNotice({ id, autosave, onLoad }: ConflictNoticeProps) {
  const [isPending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  if (autosave.state.kind !== "conflict") return null;

  function decide(mine: "keep" | "drop") {
    startTransition(async () => {
      const theirs = await loadAutomation(id).catch(() => null);
      if (!theirs?.ok) {
        setRefusal(theirs?.message ?? t("decide_patchbay_cannot_reached_try"));
        return;
      }
      setRefusal(null);
      if (mine === "drop") onLoad(toDraft(theirs.data));
      autosave.accept(theirs.data, mine);
    });
  }

  return (
    <div role="alert">
      <Notice
        tone="warning"
        title={t("conflict_notice_title")}
        action={
          <div className="flex flex-wrap gap-2">
            <Button isPending={isPending} onClick={() => decide("drop")}>
              {t("conflict_notice_load_theirs")}
            </Button>
            <Button isPending={isPending} onClick={() => decide("keep")}>
              {t("conflict_notice_keep_mine")}
            </Button>
          </div>
        }
      >
        {t("conflict_notice_your_changes_not_saved")}
        {refusal !== null && <p className="font-medium text-danger">{refusal}</p>}
      </Notice>
    </div>
  );
}
