import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneText } from "./tone.ts";

interface StatProps {
  label: ReactNode;
  value: ReactNode;
  /** What to make of it: "98.2% yesterday", "2 webhooks failing". */
  note?: ReactNode;
  noteTone?: Tone;
  className?: string;
}

/** One number that matters. Several make a `StatRow`. */
export function Stat({ label, value, note, noteTone = "neutral", className }: StatProps) {
  return (
    <div className={cn("flex min-w-0 items-start justify-between gap-4 bg-surface px-card py-4", className)}>
      <dl className="grid min-w-0 gap-0.5">
        <dt className="text-muted text-sm">{label}</dt>
        <dd className="font-semibold text-2xl text-ink">{value}</dd>
        {note && <dd className={cn("text-sm", toneText[noteTone])}>{note}</dd>}
      </dl>
    </div>
  );
}

/** Stats side by side in one frame, divided by hairlines. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
      {children}
    </div>
  );
}
