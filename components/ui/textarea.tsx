"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlStyles } from "./control-styles.ts";
import { useFieldControl } from "./field-context.ts";

interface TextareaProps extends ComponentProps<"textarea"> {
  isMono?: boolean;
}

/** A text box of several lines that grows with what is typed. */
export function Textarea({ isMono = false, className, rows = 3, ...props }: TextareaProps) {
  const control = useFieldControl(props);
  return (
    <textarea
      rows={rows}
      {...control}
      className={cn(
        controlStyles,
        "field-sizing-content min-h-18 px-3 py-2 read-only:bg-sunken",
        isMono && "font-mono",
        className,
      )}
    />
  );
}
