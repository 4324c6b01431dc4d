import { cn } from "./cn.ts";

/** A grey bar where text or a picture will be. Give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      data-skeleton
      className={cn("block h-4 animate-breathe rounded-tag bg-pressed", className)}
    />
  );
}

interface SkeletonRowsProps {
  /** What is on its way, such as "Loading deliveries". */
  label: string;
  rows?: number;
}

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-1/3"];

/** A list that is on its way. */
export function SkeletonRows({ label, rows = 6 }: SkeletonRowsProps) {
  return (
    <div role="status" data-skeleton className="divide-y divide-line">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="flex items-center gap-6 px-card py-4">
          <Skeleton className="w-20" />
          <div className="flex-1">
            <Skeleton className={widths[row % widths.length] ?? "w-1/2"} />
          </div>
          <Skeleton className="w-16 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
