import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";
import { apiKeysPages as t } from "#lib/words/en/screens/api-keys-pages.ts";

export default function ApiKeysLoading() {
  return (
    <>
      <PageHeader
        title={t("api_keys_loading_title")}
        description={<Skeleton className="w-80 max-w-full" />}
      />
      <Card isFlush>
        <SkeletonRows label={t("api_keys_loading_label")} rows={4} />
      </Card>
    </>
  );
}
