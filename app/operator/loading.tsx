import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";

export default function LoadingOperator() {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="w-full max-w-96" />
      </div>
      <Card isFlush>
        <SkeletonRows label={t("loading_operator_label")} rows={8} />
      </Card>
    </>
  );
}
