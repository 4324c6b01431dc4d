"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { scrimStyles } from "./overlay-styles.ts";

interface SheetProps {
  /** Read out when it opens. */
  title: string;
  trigger: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Shown at the top, beside the close button. */
  header?: ReactNode;
  children: ReactNode;
}

/** A panel from the left edge: the navigation on a phone. */
export function Sheet({ title, trigger, isOpen, onOpenChange, header, children }: SheetProps) {
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimStyles} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-76 max-w-[85vw] flex-col gap-4 overflow-y-auto border-line border-r bg-raised p-4 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-dialog data-[state=open]:animate-slide-in"
        >
          <RadixDialog.Title className="sr-only">{title}</RadixDialog.Title>
          <div className="flex items-center justify-between gap-2">
            <div className="min-w-0">{header}</div>
            <RadixDialog.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden />} />
            </RadixDialog.Close>
          </div>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
