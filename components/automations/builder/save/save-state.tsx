"use client";

import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Tone } from "#components/ui/tone.ts";
import { automationsBuilderSave as t } from "#lib/words/en/screens/automations-builder-save.ts";
import { common } from "#lib/words/en/screens/common.ts";
import type { Autosave } from "./use-autosave.ts";

type Kind = Autosave["state"]["kind"];

const words = (): Readonly<Record<Kind, { tone: Tone; text: string }>> => ({
  saved: { tone: "success", text: t("words_draft_saved") },
  unsaved: { tone: "progress", text: t("words_not_saved_yet") },
  saving: { tone: "progress", text: t("words_saving") },
  offline: { tone: "warning", text: t("words_not_saved_no_connection") },
  conflict: { tone: "danger", text: t("words_not_saved_someone_else") },
  refused: { tone: "danger", text: t("words_not_saved_something_wrong") },
});

/** Whether what stands on the screen is kept. */
export function SaveStateLine({ autosave }: { autosave: Autosave }) {
  const { kind } = autosave.state;
  const { tone, text } = words()[kind];
  return (
    <div className="flex min-h-6 items-center gap-2">
      <span role="status">
        <Status tone={tone} isMoving={kind === "saving"} className="whitespace-normal text-sm">
          {text}
        </Status>
      </span>
      {kind === "offline" && (
        <Button size="sm" onClick={() => void autosave.flush()}>
          {common("try_again")}
        </Button>
      )}
    </div>
  );
}
