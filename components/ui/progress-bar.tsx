import { cn } from "./cn.ts";

interface ProgressBarProps {
  /** What moves on, such as "Products copied". */
  label: string;
  done: number;
  /** null = nobody knows how much there is. */
  total: number | null;
  /** Said instead of a percentage, such as "120 of 480 products". */
  text: string;
}

/** How far long work has come. */
export function ProgressBar({ label, done, total, text }: ProgressBarProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuetext={text}
      {...(share === null
        ? {}
        : { "aria-valuenow": Math.floor(share * 100), "aria-valuemin": 0, "aria-valuemax": 100 })}
      className="h-1.5 overflow-hidden rounded-pill bg-pressed"
    >
      <div
        className={cn(
          "h-full rounded-pill bg-progress-solid transition-[width]",
          share === null && "w-1/3 animate-breathe",
        )}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
