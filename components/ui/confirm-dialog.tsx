"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { DialogFooter } from "./dialog.tsx";
import { Notice } from "./notice.tsx";
import { dialogStyles, scrimStyles } from "./overlay-styles.ts";

interface ConfirmDialogProps {
  /** The button that opens it; leave out where `isOpen` is controlled. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** The question, such as "Delete this webhook?" */
  title: ReactNode;
  description?: ReactNode;
  /** What ends if the answer is yes, one line each. */
  stops?: readonly ReactNode[];
  /** What the button does, such as "Delete webhook". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /** Does it. Answers undefined when done, which closes the dialog, or a sentence saying why it failed. */
  onConfirm: () => Promise<string | undefined>;
  /** Consequences beyond `stops`, above the buttons. */
  children?: ReactNode;
}

/** Asks once before something that cannot be taken back, and names what it ends. */
export function ConfirmDialog({
  trigger,
  isOpen: controlled,
  onOpenChange,
  title,
  description,
  stops = [],
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "danger",
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const [isOwnOpen, setIsOwnOpen] = useState(false);
  const isOpen = controlled ?? isOwnOpen;
  const [failure, setFailure] = useState<string>();
  const [isPending, startTransition] = useTransition();

  function setIsOpen(next: boolean) {
    setIsOwnOpen(next);
    onOpenChange?.(next);
  }

  function confirm() {
    setFailure(undefined);
    startTransition(async () => {
      const reason = await onConfirm();
      if (reason === undefined) setIsOpen(false);
      else setFailure(reason);
    });
  }

  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(next) => {
        if (isPending) return;
        setFailure(undefined);
        setIsOpen(next);
      }}
    >
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrimStyles} />
        <AlertDialog.Content
          className={cn(dialogStyles, "sm:max-w-md")}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="grid gap-1">
            <AlertDialog.Title className="font-semibold text-xl">{title}</AlertDialog.Title>
            {description && (
              <AlertDialog.Description className="text-muted">{description}</AlertDialog.Description>
            )}
          </div>
          {stops.length > 0 && (
            <div className="rounded-control border border-line bg-sunken px-4 py-3">
              <p className="font-medium">What stops</p>
              <ul className="mt-1 grid list-disc gap-0.5 pl-4.5 text-muted marker:text-subtle">
                {stops.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines are nodes and do not move
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </div>
          )}
          {children}
          {failure !== undefined && (
            <div role="alert">
              <Notice tone="danger">{failure}</Notice>
            </div>
          )}
          <DialogFooter>
            <AlertDialog.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <Button variant={tone} isPending={isPending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </DialogFooter>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
