import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";

export default function LoadingWebhook() {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="w-24" />
        <Skeleton className="h-7 w-56" />
        <Skeleton className="w-full max-w-96" />
      </div>
      <Skeleton className="h-24 w-full rounded-card" />
      <Card isFlush>
        <SkeletonRows label={t("loading_webhook_label")} />
      </Card>
    </>
  );
}
