import { Card } from "#components/ui/card.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";

/** A page about one thing, on its way. `what` names it, such as "the delivery". */
export function DetailLoading({ what }: { what: string }) {
  return (
    <>
      <div className="grid gap-3">
        <Skeleton className="w-24" />
        <Skeleton className="h-7 w-64 max-w-full" />
      </div>
      <Skeleton className="h-32 w-full rounded-card" />
      <Card isFlush>
        <SkeletonRows label={t("detail_loading_loading_what", { what })} rows={6} />
      </Card>
    </>
  );
}
