import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";

export default function LoadingWebhooks() {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="w-full max-w-96" />
      </div>
      <Skeleton className="h-9 w-full rounded-control" />
      <Card isFlush>
        <SkeletonRows label={t("loading_webhooks_label")} rows={5} />
      </Card>
    </>
  );
}
