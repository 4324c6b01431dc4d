"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlStyles } from "./control-styles.ts";
import { useFieldControl } from "./field-context.ts";

interface InputProps extends ComponentProps<"input"> {
  /** For URLs, ids and secrets. */
  isMono?: boolean;
}

/** A one-line text box. Inside a `Field` it takes id, name and description from it. */
export function Input({ isMono = false, className, ...props }: InputProps) {
  const control = useFieldControl(props);
  return (
    <input
      {...control}
      className={cn(
        controlStyles,
        "h-9 px-3 read-only:bg-sunken max-md:h-11",
        isMono && "font-mono",
        className,
      )}
    />
  );
}
