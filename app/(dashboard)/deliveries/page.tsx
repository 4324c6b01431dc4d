import { DeliveryFilterBar } from "#components/deliveries/delivery-filters.tsx";
import { DeliveryLog } from "#components/deliveries/delivery-log.tsx";
import { DeliveryLogEmpty } from "#components/deliveries/delivery-log-empty.tsx";
import { destinationOptions } from "#components/deliveries/destination-options.ts";
import {
  deliveryParams,
  deliveryQuery,
  isFiltered,
  readDeliveryFilters,
} from "#components/deliveries/filters.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { hrefWith, type SearchParams } from "#components/listing/search-params.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { listEventTypes } from "#lib/events/list-event-types.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";

export const generateMetadata = titled(() => ({ title: t("deliveries_loading_title") }));

export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const filters = readDeliveryFilters(await searchParams);
  const [first, webhooks, automations] = await Promise.all([
    listDeliveries({ ctx, input: deliveryQuery(filters, Date.now()) }).catch(
      leadToFirstPage(hrefWith("/deliveries", deliveryParams(filters, undefined))),
    ),
    listWebhooks({ ctx, input: { limit: 100 } }),
    listAutomations({ ctx, input: { limit: 100 } }),
  ]);
  const eventTypes = listEventTypes();
  return (
    <>
      <PageHeader title={t("deliveries_page_title")} description={t("deliveries_page_description")} />
      <DeliveryFilterBar
        eventTypes={eventTypes.map(({ type, title }) => ({ value: type, label: title }))}
        destinations={destinationOptions(webhooks.data, automations.data, filters.webhookId)}
      />
      <DeliveryLog
        key={JSON.stringify(filters)}
        first={first}
        filters={filters}
        eventTitles={Object.fromEntries(eventTypes.map(({ type, title }) => [type, title]))}
        zone={merchant.timeZone}
        empty={
          isFiltered(filters) || filters.trail.length > 0 ? (
            <NothingMatches title={t("deliveries_page_no_match")} clearHref="/deliveries" />
          ) : (
            <DeliveryLogEmpty
              hasReceiver={
                webhooks.data.length > 0 || automations.data.some(({ status }) => status === "active")
              }
              canCreateWebhook={isAllowed(ctx, "webhooks:write")}
            />
          )
        }
      />
    </>
  );
}
