import { charts as t } from "#lib/words/en/screens/charts.ts";
import { chooseFill, type Series } from "./chart-data.ts";

interface LegendProps {
  series: readonly Pick<Series, "key" | "title">[];
  /** Whether a part period is drawn. */
  hasPart: boolean;
  /** How a part period looks in this chart. */
  partMark: "hatched" | "dashed";
}

/** Which colour is what, in the order of the drawing. Of one series, its title says it. */
export function Legend({ series, hasPart, partMark }: LegendProps) {
  if (series.length < 2 && !hasPart) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {series.length > 1 &&
        series.map(({ key, title }, place) => (
          <li key={key} className="inline-flex items-center gap-2">
            <svg aria-hidden width="10" height="10">
              <rect width="10" height="10" rx="2" className={chooseFill(place)} />
            </svg>
            {title}
          </li>
        ))}
      {hasPart && (
        <li className="inline-flex items-center gap-2">
          <svg aria-hidden width="14" height="10" className="stroke-muted">
            {partMark === "hatched" ? (
              <path d="M1 10 L7 0 M7 10 L13 0" strokeWidth="1.5" />
            ) : (
              <path d="M0 5 H14" strokeWidth="2" strokeDasharray="4 3" />
            )}
          </svg>
          {t("legend_partmark_only_part_period", { partMark })}
        </li>
      )}
    </ul>
  );
}
