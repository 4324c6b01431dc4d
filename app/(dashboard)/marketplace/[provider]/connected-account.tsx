import { ActivityFilterLinks } from "#components/integrations/activity/activity-filter.tsx";
import { activityHref, readActivityFilter } from "#components/integrations/activity/activity-href.ts";
import { ActivityLog } from "#components/integrations/activity/activity-log.tsx";
import { ConnectedView } from "#components/integrations/detail/connected-view.tsx";
import { SyncedCopies } from "#components/integrations/sync/synced-copies.tsx";
import { UnreadRecords } from "#components/integrations/sync/unread-records.tsx";
import { readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { WhatShouldHappen } from "#components/recipes/what-should-happen.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { type Session, sessionCtx } from "#lib/auth/session.ts";
import { listAutomationsUsing } from "#lib/automations/summary/list-automations-using.ts";
import { newId } from "#lib/ids.ts";
import { listCalls } from "#lib/integrations/list-calls.ts";
import { previewDisconnect } from "#lib/integrations/preview-disconnect.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { countRecords } from "#lib/integrations/sync/count-records.ts";
import { listSyncJobs } from "#lib/integrations/sync/list-sync-jobs.ts";
import { listUnread } from "#lib/integrations/unread/list-unread.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import { withApps } from "../../recipes/with-apps.ts";

const recipesShown = 3;

interface ConnectedAccountProps {
  session: Session;
  app: CatalogueDetailDto;
  integration: IntegrationDto;
  query: SearchParams;
}

/** One connection with all that lives on it: copies, activity. */
export async function ConnectedAccount({ session, app, integration, query }: ConnectedAccountProps) {
  const ctx = sessionCtx(session, newId("req"));
  const zone = session.merchant.timeZone;
  const { id } = integration;
  const filter = readActivityFilter(readParam(query, "outcome"));
  const trail = readTrail(readParam(query, "cursor", 16_000));
  const canWrite = isAllowed(ctx, "integrations:write");
  const [automations, recipes, calls, jobs, counts, unread, disconnectPreview] = await Promise.all([
    listAutomationsUsing({ ctx, input: { id } }),
    listRecipes({ ctx, input: { provider: app.id, limit: 100 } }),
    listCalls({ ctx, input: { id, limit: 10, outcome: filter, cursor: trail.at(-1) } }).catch(
      leadToFirstPage(activityHref(integration, { filter })),
    ),
    listSyncJobs({ ctx, input: { id } }),
    countRecords({ ctx, input: { id } }),
    listUnread({ ctx, input: { id, limit: 20 } }),
    integration.status === "disconnected" ? null : previewDisconnect({ ctx, input: { id } }),
  ]);
  return (
    <ConnectedView
      app={app}
      integration={integration}
      zone={zone}
      canWrite={canWrite}
      disconnectPreview={disconnectPreview}
      happening={
        integration.status !== "disconnected" && (
          <WhatShouldHappen
            appName={app.name}
            automations={automations}
            recipes={recipes.data
              .filter(({ automations: installed }) => installed.length === 0)
              .slice(0, recipesShown)
              .map(withApps)}
            zone={zone}
            canWrite={canWrite}
          />
        )
      }
      copies={
        app.synced.length > 0 && (
          <SyncedCopies
            integration={integration}
            synced={app.synced}
            first={jobs.data}
            counts={counts}
            zone={zone}
            canWrite={canWrite}
          />
        )
      }
      unread={<UnreadRecords appName={app.name} records={unread.data} total={unread.total} zone={zone} />}
      activity={
        <ActivityLog
          key={JSON.stringify([filter, trail.at(-1)])}
          integration={integration}
          first={calls}
          filter={filter}
          trail={trail}
          zone={zone}
        />
      }
      activityFilter={<ActivityFilterLinks integration={integration} selected={filter} />}
    />
  );
}
