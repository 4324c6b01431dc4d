"use client";

import { Check, Copy, X } from "lucide-react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
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

const words = () =>
  ({
    copied: t("words_copied"),
    failed: t("words_this_browser_did_not"),
  }) as const;

/** Copies a value and says "Copied", on screen and to screen readers. */
export function CopyButton({ text, label, look = "icon", className }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const name = t("copy_button_copy_label", { label });
  const face =
    state === "copied" ? t("copy_button_copied") : state === "failed" ? t("copy_button_not_copied") : name;
  return (
    <>
      {look === "icon" ? (
        <IconButton
          size="sm"
          label={name}
          title={state === "idle" ? name : words()[state]}
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
        {state === "idle" ? "" : words()[state]}
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
