import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneSurface, toneText } from "./tone.ts";
import { ToneIcon } from "./tone-icon.tsx";

interface StatusProps {
  tone: Tone;
  /** `pill` stands out in headers; `plain` keeps a list calm. */
  look?: "pill" | "plain";
  /** Turns the icon: something is being done right now. */
  isMoving?: boolean;
  className?: string;
  /** The word. */
  children: ReactNode;
}

/** A state, told by word, shape and colour together. */
export function Status({ tone, look = "plain", isMoving = false, className, children }: StatusProps) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap align-top font-medium",
        look === "pill"
          ? cn("h-6.5 rounded-pill border pr-2.5 pl-2 text-sm", toneSurface[tone])
          : toneText[tone],
        className,
      )}
    >
      <ToneIcon tone={tone} className={cn("size-3.5", isMoving && "animate-turn")} />
      {children}
    </span>
  );
}
