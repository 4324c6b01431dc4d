import { cn } from "./cn.ts";
import { type Tone, toneSolid } from "./tone.ts";

export interface Bar {
  /** Names the bar: "14:00". */
  label: string;
  /** From the foot up. */
  parts: readonly { tone: Tone; name: string; value: number }[];
}

interface BarChartProps {
  bars: readonly Bar[];
  /** What the chart shows, such as "Deliveries an hour over the last 24 hours". */
  label: string;
  className?: string;
}

/** Stacked bars over time. The figures stand in a list for those who do not see them, and on hover. */
export function BarChart({ bars, label, className }: BarChartProps) {
  const highest = Math.max(1, ...bars.map(total));
  const names = bars[0]?.parts ?? [];
  return (
    <figure className={cn("grid gap-2", className)}>
      <div aria-hidden className="flex h-32 items-end gap-0.5 border-line border-b sm:gap-1">
        {bars.map((bar) => (
          <div key={bar.label} title={barText(bar)} className="group flex h-full min-w-0 flex-1 items-end">
            <div
              className="flex w-full flex-col-reverse gap-px overflow-hidden rounded-t-tag opacity-85 group-hover:opacity-100"
              style={{ height: `${(total(bar) / highest) * 100}%` }}
            >
              {bar.parts
                .filter((part) => part.value > 0)
                .map((part) => (
                  <span
                    key={part.name}
                    className={toneSolid[part.tone]}
                    style={{ flexGrow: part.value, minHeight: 2 }}
                  />
                ))}
            </div>
          </div>
        ))}
      </div>
      <div aria-hidden className="flex justify-between text-subtle text-xs tabular-nums">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        {names.map((part) => (
          <li key={part.name} className="flex items-center gap-1.5">
            <span className={cn("size-2 rounded-pill", toneSolid[part.tone])} />
            {part.name}
          </li>
        ))}
      </ul>
      <figcaption className="sr-only">{label}</figcaption>
      <ul className="sr-only">
        {bars.map((bar) => (
          <li key={bar.label}>{barText(bar)}</li>
        ))}
      </ul>
    </figure>
  );
}

function total(bar: Bar): number {
  return bar.parts.reduce((sum, part) => sum + part.value, 0);
}

function barText(bar: Bar): string {
  return `${bar.label}: ${bar.parts.map((part) => `${part.value} ${part.name}`).join(", ")}`;
}
