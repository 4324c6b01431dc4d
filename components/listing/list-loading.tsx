import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";

/** A page with filters and a list, on its way. `what` is the plural of what it lists, in small letters. */
export function ListLoading({ title, what }: { title: string; what: string }) {
  return (
    <>
      <PageHeader title={title} description={<Skeleton className="w-80 max-w-full" />} />
      <Skeleton className="h-9 w-full rounded-control max-md:h-11" />
      <Card isFlush>
        <SkeletonRows label={t("list_loading_loading_what", { what })} rows={10} />
      </Card>
    </>
  );
}
