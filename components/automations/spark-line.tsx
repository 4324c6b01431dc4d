import { cn } from "#components/ui/cn.ts";
import type { DayCount } from "#lib/automations/summary/summary-schema.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";
import { sparkText } from "./spark-text.ts";

const height = 24;
const barWidth = 5;
const gap = 2;

/** Runs a day as small bars, today's last: failed ones stand out below the others. Read out as a sentence. */
export function SparkLine({ days, className }: { days: readonly DayCount[] | null; className?: string }) {
  if (days === null) return <span className="text-subtle text-sm">{t("spark_line_too_many_count")}</span>;
  const most = Math.max(1, ...days.map(({ done, failed }) => done + failed));
  const width = days.length * (barWidth + gap) - gap;
  const tall = (runs: number) => (runs === 0 ? 0 : Math.max(2, (runs / most) * height));
  return (
    <svg
      role="img"
      aria-label={sparkText(days)}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={cn("shrink-0 overflow-visible", className)}
    >
      <title>{sparkText(days)}</title>
      {days.map(({ day, done, failed }, index) => {
        const all = tall(done + failed);
        const bad = failed === 0 ? 0 : Math.max(2, (failed / (done + failed)) * all);
        const x = index * (barWidth + gap);
        return (
          <g key={day}>
            <rect x={x} y={height - 1} width={barWidth} height={1} className="fill-line-strong" />
            <rect x={x} y={height - all} width={barWidth} height={all} rx={1} className="fill-accent" />
            <rect x={x} y={height - bad} width={barWidth} height={bad} rx={1} className="fill-danger-solid" />
          </g>
        );
      })}
    </svg>
  );
}
