"use client";

import { DropdownMenu as RadixMenu } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { popupStyles } from "./overlay-styles.ts";

interface DropdownMenuProps {
  /** The button that opens the menu. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
}

/** Actions behind a button. */
export function DropdownMenu({
  trigger,
  align = "end",
  side = "bottom",
  className,
  children,
}: DropdownMenuProps) {
  return (
    <RadixMenu.Root modal={false}>
      <RadixMenu.Trigger asChild>{trigger}</RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cn(popupStyles, "min-w-48 p-1", className)}
        >
          {children}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  tone?: "neutral" | "danger";
  isDisabled?: boolean;
  /** Renders the one child, a link, as the item. */
  asChild?: boolean;
  onSelect?: (event: Event) => void;
  children: ReactNode;
}

export function MenuItem({
  icon,
  tone = "neutral",
  isDisabled = false,
  asChild = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <RadixMenu.Item
      asChild={asChild}
      disabled={isDisabled}
      {...(onSelect ? { onSelect } : {})}
      className={cn(
        "flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2.5 outline-none max-md:min-h-11 [&_svg]:size-4",
        "data-disabled:opacity-50 data-highlighted:bg-hover",
        tone === "danger" ? "text-danger data-highlighted:bg-danger-soft" : "text-ink [&_svg]:text-muted",
      )}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </RadixMenu.Item>
  );
}

export function MenuSeparator() {
  return <RadixMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
