"use client";

import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { Autosave } from "./use-autosave.ts";

type Kind = Autosave["state"]["kind"];

const words: Readonly<Record<Kind, { tone: Tone; text: string }>> = {
  saved: { tone: "success", text: "Draft saved" },
  unsaved: { tone: "progress", text: "Not saved yet" },
  saving: { tone: "progress", text: "Saving …" },
  offline: { tone: "warning", text: "Not saved: no connection" },
  conflict: { tone: "danger", text: "Not saved: someone else changed this" },
  refused: { tone: "danger", text: "Not saved: something is wrong" },
};

/** Whether what stands on the screen is kept. */
export function SaveStateLine({ autosave }: { autosave: Autosave }) {
  const { kind } = autosave.state;
  const { tone, text } = words[kind];
  return (
    <div className="flex min-h-6 items-center gap-2">
      <span role="status">
        <Status tone={tone} isMoving={kind === "saving"} className="whitespace-normal text-sm">
          {text}
        </Status>
      </span>
      {kind === "offline" && (
        <Button size="sm" onClick={() => void autosave.flush()}>
          Try again
        </Button>
      )}
    </div>
  );
}
