import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import type { Tone } from "./tone.ts";
import { ToneIcon } from "./tone-icon.tsx";

/** Steps down a line, first at the top: a timeline or the tries of a delivery. Holds `RailItem`s, and they may hold a rail. */
export function Rail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="grid">
      {children}
    </ol>
  );
}

interface RailItemProps {
  tone: Tone;
  title: ReactNode;
  /** At the right of the title: when, how long. */
  meta?: ReactNode;
  /** The step is still to come: an open node and a broken line. */
  isPlanned?: boolean;
  children?: ReactNode;
}

export function RailItem({ tone, title, meta, isPlanned = false, children }: RailItemProps) {
  return (
    <li
      data-planned={isPlanned ? "" : undefined}
      className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3.5"
    >
      <div className="grid justify-items-center grid-rows-[1.375rem_minmax(0,1fr)]">
        <ToneIcon tone={isPlanned ? "progress" : tone} className="size-4.5 self-center" />
        <span
          aria-hidden
          className={cn(
            "my-1 w-px border-line-strong border-l [li:last-child>*>&]:hidden",
            "[li:has(+li[data-planned])>*>&]:border-dashed",
          )}
        />
      </div>
      <div className="min-w-0 pb-6 [li:last-child>&]:pb-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className={cn("font-medium", isPlanned && "text-muted")}>{title}</p>
          {meta && <div className="text-muted text-sm tabular-nums">{meta}</div>}
        </div>
        {children && <div className="mt-1 min-w-0">{children}</div>}
      </div>
    </li>
  );
}
