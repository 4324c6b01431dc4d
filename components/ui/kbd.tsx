import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** A key on the keyboard. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      className={cn(
        "inline-grid h-5 min-w-5 place-items-center rounded-tag border border-line-strong bg-sunken px-1 font-medium font-sans text-muted text-xs",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
