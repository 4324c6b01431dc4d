"use client";

import { Popover as RadixPopover } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { popupStyles } from "./overlay-styles.ts";

interface PopoverProps {
  trigger: ReactNode;
  /** Names the panel to screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

/** A small panel for a side question: an explanation, a choice of columns. */
export function Popover({ trigger, label, align = "start", className, children }: PopoverProps) {
  return (
    <RadixPopover.Root>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(popupStyles, "w-80 max-w-[calc(100vw-1rem)] p-4", className)}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
