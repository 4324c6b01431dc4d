import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role" | "children"> {
  label: ReactNode;
  help?: ReactNode;
}

/** On or off, with the label at its left. Posts like a checkbox. */
export function Switch({ label, help, className, ...props }: SwitchProps) {
  return (
    <label
      className={cn(
        "flex items-start justify-between gap-4 has-disabled:opacity-55 max-md:py-1.5",
        className,
      )}
    >
      <span className="grid">
        <span className="font-medium text-ink">{label}</span>
        {help && <span className="text-muted text-sm">{help}</span>}
      </span>
      <span className="relative inline-flex h-6 w-10 shrink-0 items-center">
        <input
          {...props}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox itself tells whether it is checked
          role="switch"
          className="peer size-full appearance-none rounded-pill border border-control bg-sunken transition-colors checked:border-accent checked:bg-accent"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute left-1 size-4 rounded-pill bg-control shadow-control transition-[translate,background-color] peer-checked:translate-x-4 peer-checked:bg-on-accent"
        />
      </span>
    </label>
  );
}
