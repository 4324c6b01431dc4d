import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function LoadingOperator() {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="w-full max-w-96" />
      </div>
      <Card isFlush>
        <SkeletonRows label="Loading numbers of all merchants" rows={8} />
      </Card>
    </>
  );
}
