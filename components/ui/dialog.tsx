"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";
import { dialogStyles, scrimStyles } from "./overlay-styles.ts";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out where `isOpen` is controlled. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Buttons at the foot. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Something to be done before going on. Escape and a press outside close it. */
export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  footer,
  className,
  children,
}: DialogProps) {
  return (
    <RadixDialog.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimStyles} />
        <RadixDialog.Content
          className={cn(dialogStyles, className)}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="grid gap-1 pr-10">
            <RadixDialog.Title className="font-semibold text-xl">{title}</RadixDialog.Title>
            {description && (
              <RadixDialog.Description className="text-muted">{description}</RadixDialog.Description>
            )}
          </div>
          {children}
          {footer && <DialogFooter>{footer}</DialogFooter>}
          <RadixDialog.Close asChild>
            <IconButton label="Close" icon={<X aria-hidden />} className="absolute top-3.5 right-3.5" />
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** The row of buttons that ends a dialog; full width on a phone, the main one on top. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="mt-1 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}

/** Wrap a button in it to have it close the dialog. */
export const DialogClose = RadixDialog.Close;
