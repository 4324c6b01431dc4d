import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function OverviewLoading() {
  return (
    <>
      <PageHeader title="Overview" description={<Skeleton className="w-60 max-w-full" />} />
      <Skeleton className="h-24 w-full rounded-card" />
      <Skeleton className="h-28 w-full rounded-card" />
      <Card isFlush>
        <SkeletonRows label="Loading the overview" rows={6} />
      </Card>
    </>
  );
}
