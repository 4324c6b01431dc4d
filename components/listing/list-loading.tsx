import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

/** A page with filters and a list, on its way. `label` says so to who cannot see it, such as "Loading deliveries". */
export function ListLoading({ title, label }: { title: string; label: string }) {
  return (
    <>
      <PageHeader title={title} description={<Skeleton className="w-80 max-w-full" />} />
      <Skeleton className="h-9 w-full rounded-control max-md:h-11" />
      <Card isFlush>
        <SkeletonRows label={label} rows={10} />
      </Card>
    </>
  );
}
