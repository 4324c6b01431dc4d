"use client";

import { Check, Copy, X } from "lucide-react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";
import { type CopyState, useCopy } from "./use-copy.ts";

interface CopyButtonProps {
  text: string;
  /** What is copied, such as "delivery id"; the button says "Copy delivery id". */
  label: string;
  /** `icon` sits beside a value; `button` shows the words. */
  look?: "icon" | "button";
  className?: string;
}

const words = {
  copied: "Copied",
  failed: "This browser did not allow copying. Select the text and copy it by hand.",
} as const;

/** Copies a value and says "Copied", on screen and to screen readers. */
export function CopyButton({ text, label, look = "icon", className }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const name = `Copy ${label}`;
  const face = state === "copied" ? "Copied" : state === "failed" ? "Not copied" : name;
  return (
    <>
      {look === "icon" ? (
        <IconButton
          size="sm"
          label={name}
          title={state === "idle" ? name : words[state]}
          icon={<CopyIcon state={state} />}
          onClick={() => copy(text)}
          className={cn("size-6 max-md:size-9", className)}
        />
      ) : (
        <Button size="sm" icon={<CopyIcon state={state} />} onClick={() => copy(text)} className={className}>
          {face}
        </Button>
      )}
      <span role="status" className="sr-only">
        {state === "idle" ? "" : words[state]}
      </span>
    </>
  );
}

/** The face of a copy button: sheets, then a tick or a cross. */
export function CopyIcon({ state }: { state: CopyState }) {
  if (state === "copied") return <Check aria-hidden className="text-success" />;
  if (state === "failed") return <X aria-hidden className="text-danger" />;
  return <Copy aria-hidden />;
}
