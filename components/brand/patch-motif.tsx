import { cn } from "#components/ui/cn.ts";

const COLUMNS = [40, 120, 200, 280, 360, 440];
const ROWS = [50, 130, 210, 290];

const cables = [
  { from: [40, 50], to: [280, 130], sag: 120, style: "stroke-accent" },
  { from: [120, 210], to: [440, 50], sag: 150, style: "stroke-ink" },
  { from: [200, 130], to: [360, 290], sag: 90, style: "stroke-control" },
] as const;

const plugged = new Set<string>(cables.flatMap((cable) => [cable.from.join(), cable.to.join()]));

/** A drawn patch bay: rows of jacks, three cables hanging between some of them. Decoration only. */
export function PatchMotif({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 480 400" fill="none" aria-hidden className={cn("h-auto", className)}>
      {ROWS.flatMap((y) =>
        COLUMNS.map((x) => (
          <g key={`${x},${y}`}>
            <circle cx={x} cy={y} r="15" className="fill-surface stroke-line-strong" strokeWidth="1.5" />
            <circle cx={x} cy={y} r="6" className="fill-pressed stroke-line-strong" strokeWidth="1.5" />
            <path
              d={`M${x - 10} ${y + 28}h20`}
              className="stroke-line-strong"
              strokeWidth="3"
              strokeLinecap="round"
            />
          </g>
        )),
      )}
      {cables.map((cable) => (
        <path
          key={cable.style}
          d={cablePath(cable.from, cable.to, cable.sag)}
          className={cable.style}
          strokeWidth="7"
          strokeLinecap="round"
        />
      ))}
      {[...plugged].map((place) => {
        const [x, y] = place.split(",");
        return (
          <circle key={place} cx={x} cy={y} r="9.5" className="fill-ink stroke-sunken" strokeWidth="3" />
        );
      })}
    </svg>
  );
}

/** A cable hanging from one jack to another, `sag` units below the lower end. */
function cablePath(from: readonly [number, number], to: readonly [number, number], sag: number): string {
  const low = Math.max(from[1], to[1]) + sag;
  return `M${from.join(" ")}C${from[0]} ${low} ${to[0]} ${low} ${to.join(" ")}`;
}
