import { LiveOverview } from "#components/overview/live-overview.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listAttention } from "#lib/automations/must-reach/list-attention.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { newId } from "#lib/ids.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { getOverview } from "#lib/overview/get-overview.ts";
import { overviewPages as t } from "#lib/words/en/screens/overview-pages.ts";

export const generateMetadata = titled(() => ({ title: t("overview_loading_title") }));

const latestCount = 8;

export default async function OverviewPage() {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const [overview, latest, apps, attention] = await Promise.all([
    getOverview({ ctx }),
    listDeliveries({ ctx, input: { limit: latestCount, isTest: "false" } }),
    listIntegrations({ ctx, input: { status: "needs_attention" } }),
    listAttention({ ctx, input: {} }),
  ]);
  return (
    <>
      <PageHeader
        title={t("overview_page_title")}
        description={t("overview_page_description", { name: session.merchant.name })}
      />
      <LiveOverview
        first={{ overview, latest: latest.data, appsInNeed: apps.data, attention: attention.data }}
        latestCount={latestCount}
        zone={session.merchant.timeZone}
        canCreateWebhooks={isAllowed(ctx, "webhooks:write")}
        canRetry={isAllowed(ctx, "deliveries:write")}
      />
    </>
  );
}
