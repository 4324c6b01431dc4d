import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneSurface } from "./tone.ts";

interface BadgeProps {
  tone?: Tone;
  /** For event types, scopes and other names out of code. */
  isMono?: boolean;
  className?: string;
  children: ReactNode;
}

/** A short tag: a kind, a count, a name. For states use `Status`. */
export function Badge({ tone = "neutral", isMono = false, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center whitespace-nowrap rounded-tag border px-1.5 text-xs",
        isMono ? "font-mono" : "font-medium",
        toneSurface[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
