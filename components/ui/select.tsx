"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlStyles } from "./control-styles.ts";
import { useFieldControl } from "./field-context.ts";

export interface SelectOption {
  value: string;
  label: string;
  isDisabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "multiple" | "size"> {
  options: readonly SelectOption[];
  /** First line with an empty value, such as "Any status". */
  placeholder?: string;
}

/** The platform's own list, so that a phone shows the wheel its owner knows. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const control = useFieldControl(props);
  return (
    <span className={cn("relative inline-grid w-full", className)}>
      <select {...control} className={cn(controlStyles, "h-9 appearance-none pr-8 pl-3 max-md:h-11")}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-subtle"
      />
    </span>
  );
}
