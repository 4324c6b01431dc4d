import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { overviewPages as t } from "#lib/words/en/screens/overview-pages.ts";

export default function OverviewLoading() {
  return (
    <>
      <PageHeader
        title={t("overview_loading_title")}
        description={<Skeleton className="w-60 max-w-full" />}
      />
      <Skeleton className="h-24 w-full rounded-card" />
      <Skeleton className="h-28 w-full rounded-card" />
      <Card isFlush>
        <SkeletonRows label={t("overview_loading_label")} rows={6} />
      </Card>
    </>
  );
}
