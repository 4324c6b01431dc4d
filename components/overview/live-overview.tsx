"use client";

import { useQuery } from "@tanstack/react-query";
import { AutomationsInNeed } from "#components/automations/automations-in-need.tsx";
import { AppsInNeed } from "#components/integrations/apps-in-need.tsx";
import { needsSomeone } from "#components/integrations/integration-state.ts";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type AttentionDto, attentionPage } from "#lib/automations/must-reach/schema.ts";
import { type DeliveryDto, deliveryDto } from "#lib/deliveries/schema.ts";
import { type IntegrationDto, integrationDto } from "#lib/integrations/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import { type Overview, overviewDto } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { AttentionCards } from "./attention-cards.tsx";
import { FailingDestinations } from "./failing-destinations.tsx";
import { deliveredNote, eventsNote, waitingNote } from "./figure-notes.ts";
import { FirstSteps } from "./first-steps.tsx";
import { type AppCounts, describeHealth, failedHref, grouped, pausedHref, pausedText } from "./health.ts";
import { HealthLine } from "./health-line.tsx";
import { HeldSoonOverCard } from "./held-soon-over.tsx";
import { LatestDeliveries } from "./latest-deliveries.tsx";
import { RetryingDestinations } from "./retrying-destinations.tsx";

const POLL_MS = 5_000;

interface OverviewData {
  overview: Overview;
  /** The first of the connected apps that need someone, or time. */
  appsInNeed: readonly IntegrationDto[];
  latest: readonly DeliveryDto[];
  /** Orders that did not reach whom they had to reach, the newest first. */
  attention: readonly AttentionDto[];
}

interface LiveOverviewProps {
  /** What the server rendered. */
  first: OverviewData;
  /** How many of the latest deliveries are shown. Tests are not among them. */
  latestCount: number;
  zone: string;
  canCreateWebhooks: boolean;
  canRetry: boolean;
}

const deliveryPage = pageOf(deliveryDto);
const integrationPage = pageOf(integrationDto);

/** How things stand, kept up to date while the page is looked at. */
export function LiveOverview({ first, latestCount, zone, canCreateWebhooks, canRetry }: LiveOverviewProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => fetchOverview(latestCount, signal),
    initialData: first,
    gcTime: 0,
    refetchInterval: POLL_MS,
  });
  const { overview, latest, appsInNeed, attention } = data;
  const failingIds = new Set(overview.unwell.map(({ webhookId }) => webhookId));
  const reload = () => refetch().then(() => undefined);
  const { automations } = overview;
  const isFirstRun = (overview.webhooks === 0 && automations.total === 0) || latest.length === 0;
  return (
    <>
      {error && <LiveTrouble error={error} />}
      <HealthLine
        {...describeHealth(overview, { apps: countApps(appsInNeed), attention: attention.length })}
      />
      <AttentionCards cards={attention} zone={zone} canConfirm={canRetry} onConfirmed={reload} />
      <PausedLine overview={overview} />
      {isFirstRun && (
        <FirstSteps
          hasReceiver={overview.webhooks > 0 || automations.active > 0}
          canCreate={canCreateWebhooks}
        />
      )}
      <AutomationsInNeed automations={automations.inNeed} zone={zone} />
      <AppsInNeed integrations={appsInNeed} zone={zone} />
      <FailingDestinations
        destinations={overview.unwell}
        retrying={overview.retrying}
        heldSoonOver={overview.heldSoonOver}
        zone={zone}
        canRetry={canRetry}
        onRetried={reload}
      />
      <HeldSoonOverCard
        destinations={overview.heldSoonOver.filter(({ webhookId }) => !failingIds.has(webhookId))}
        zone={zone}
      />
      <RetryingDestinations
        destinations={overview.retrying.filter(({ webhookId }) => !failingIds.has(webhookId))}
        zone={zone}
        canRetry={canRetry}
        onRetried={reload}
      />
      {latest.length > 0 && (
        <>
          <Figures last24h={overview.last24h} />
          <LatestDeliveries deliveries={latest} zone={zone} />
        </>
      )}
    </>
  );
}

function countApps(failing: readonly IntegrationDto[]): AppCounts {
  const inNeed = failing.filter(needsSomeone).length;
  return { inNeed, waiting: failing.length - inNeed };
}

async function fetchOverview(latestCount: number, signal: AbortSignal): Promise<OverviewData> {
  const [overview, page, apps, attention] = await Promise.all([
    apiGet({ path: "/api/overview", schema: overviewDto, signal }),
    apiGet({
      path: "/api/deliveries",
      query: { limit: String(latestCount), isTest: "false" },
      schema: deliveryPage,
      signal,
    }),
    apiGet({
      path: "/api/integrations",
      query: { status: "needs_attention" },
      schema: integrationPage,
      signal,
    }),
    apiGet({ path: "/api/attention", schema: attentionPage, signal }),
  ]);
  return { overview, latest: page.data, appsInNeed: apps.data, attention: attention.data };
}

/** That some webhooks are paused: no alarm, but not to be forgotten. */
function PausedLine({ overview }: { overview: Overview }) {
  const text = pausedText(overview);
  if (text === null) return null;
  return (
    <Notice tone="neutral" action={<TextLink href={pausedHref}>{t("paused_line_see_which")}</TextLink>}>
      {text}
    </Notice>
  );
}

/** The last 24 hours in four numbers. */
function Figures({ last24h }: { last24h: Overview["last24h"] }) {
  const { events, delivered, failed, pending, held } = last24h;
  return (
    <StatRow>
      <Stat label={t("figures_label")} value={grouped(events)} note={eventsNote(last24h)} />
      <Stat label={t("figures_delivered")} value={grouped(delivered)} note={deliveredNote(last24h)} />
      <Stat label={t("figures_waiting")} value={grouped(pending + held)} note={waitingNote(last24h)} />
      {failed === 0 ? (
        <Stat label={t("figures_failed")} value="0" note={t("figures_nothing_failed")} />
      ) : (
        <Stat
          label={t("figures_failed")}
          value={
            <TextLink
              href={failedHref}
              aria-label={t("figures_grouped_failed_see_which", { grouped: grouped(failed) })}
            >
              {grouped(failed)}
            </TextLink>
          }
          note={t("figures_did_not_arrive")}
          noteTone="danger"
        />
      )}
    </StatRow>
  );
}
