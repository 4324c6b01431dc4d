import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  label: ReactNode;
  help?: ReactNode;
  /** The label is read out but not shown (a table's selection column). */
  isLabelHidden?: boolean;
}

/** A tick box with its label; the whole line can be pressed. */
export function Checkbox({ label, help, isLabelHidden = false, className, ...props }: CheckboxProps) {
  return (
    <label
      className={cn("flex min-h-6 items-start gap-2.5 has-disabled:opacity-55 max-md:py-1.5", className)}
    >
      <span className="relative mt-0.5 grid size-4.5 shrink-0 place-items-center">
        <input
          {...props}
          type="checkbox"
          className="peer size-4.5 appearance-none rounded-tag border border-control bg-surface transition-colors checked:border-accent checked:bg-accent hover:border-accent"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute size-3.5 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className={cn("grid", isLabelHidden && "sr-only")}>
        <span className="text-ink">{label}</span>
        {help && <span className="text-muted text-sm">{help}</span>}
      </span>
    </label>
  );
}
