import { cn } from "./cn.ts";
import { sparklinePath } from "./sparkline-path.ts";
import { type Tone, toneText } from "./tone.ts";

interface SparklineProps {
  /** Oldest first. */
  values: readonly number[];
  /** The sentence that says what the line shows, for those who do not see it. */
  label: string;
  tone?: Tone;
  className?: string;
}

const WIDTH = 96;
const HEIGHT = 24;

/** A trend without axes. */
export function Sparkline({ values, label, tone = "progress", className }: SparklineProps) {
  const line = sparklinePath(values, WIDTH, HEIGHT);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
      preserveAspectRatio="none"
      className={cn("h-7 w-24 overflow-visible", toneText[tone], className)}
    >
      {line === "" ? null : (
        <>
          <path d={`${line}V${HEIGHT}H0Z`} fill="currentColor" opacity="0.1" />
          <path
            d={line}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
    </svg>
  );
}
