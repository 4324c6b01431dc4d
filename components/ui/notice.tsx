import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneSurface } from "./tone.ts";
import { ToneIcon } from "./tone-icon.tsx";

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  /** The button or link that mends it. */
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A message that stays on the page, beside what it is about. */
export function Notice({ tone = "info", title, action, className, children }: NoticeProps) {
  return (
    <div
      className={cn(
        "flex flex-wrap gap-x-3 gap-y-2.5 rounded-card border p-3.5",
        toneSurface[tone],
        className,
      )}
    >
      <ToneIcon tone={tone} className="mt-0.75" />
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center">{action}</div>}
    </div>
  );
}
