import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function ApiKeysLoading() {
  return (
    <>
      <PageHeader title="API keys" description={<Skeleton className="w-80 max-w-full" />} />
      <Card isFlush>
        <SkeletonRows label="Loading API keys" rows={4} />
      </Card>
    </>
  );
}
