import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

/** A page about one thing, on its way. `label` says so to who cannot see it, such as "Loading the delivery". */
export function DetailLoading({ label }: { label: string }) {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="w-24" />
        <Skeleton className="h-7 w-64 max-w-full" />
      </div>
      <Skeleton className="h-32 w-full rounded-card" />
      <Card isFlush>
        <SkeletonRows label={label} rows={6} />
      </Card>
    </>
  );
}
