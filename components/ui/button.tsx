"use client";

import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonStyles } from "./button-styles.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Stands before the label. */
  icon?: ReactNode;
  /** Shows a spinner in place of the label, keeps the width, and ignores presses without losing focus. */
  isPending?: boolean;
  /** Renders the one child (a link, say) with the look of a button; `icon` and `isPending` do not apply. */
  asChild?: boolean;
}

/** A push button. `type` is "button" unless told otherwise. */
export function Button({
  variant,
  size,
  icon,
  isPending = false,
  asChild = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonStyles({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root
        className={cn(classes, "inline-flex items-center justify-center gap-1.5 [&_svg]:size-4")}
        {...props}
      >
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...props}
      {...(isPending ? { "aria-disabled": true, "aria-busy": true, onClick: ignorePress } : {})}
      className={classes}
    >
      <span
        className={cn(
          "col-start-1 row-start-1 inline-flex items-center gap-1.5 [&_svg]:size-4",
          isPending && "opacity-0",
        )}
      >
        {icon}
        {children}
      </span>
      {isPending && <Spinner className="col-start-1 row-start-1" />}
    </button>
  );
}

function ignorePress(event: MouseEvent) {
  event.preventDefault();
}
