import { VersionTable } from "#components/app-versions/version-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listSunsets } from "#lib/marketplace/sunsets.ts";
import { appVersionsPages as t } from "#lib/words/en/screens/app-versions-pages.ts";

export const generateMetadata = titled(() => ({ title: t("app_versions_title") }));

export default async function AppVersionsPage() {
  await requireSession();
  return (
    <>
      <PageHeader
        title={t("app_versions_page_title")}
        description={t("app_versions_page_description")}
        back={{ href: "/marketplace", label: t("app_versions_page_marketplace") }}
      />
      <Card isFlush>
        <VersionTable sunsets={listSunsets(new Date())} />
      </Card>
    </>
  );
}
