import { ShieldCheck } from "lucide-react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { DisputeCard } from "#components/payments/disputes/dispute-card.tsx";
import { EnvironmentSwitch } from "#components/payments/environment-switch.tsx";
import { PaymentsHeader } from "#components/payments/payments-header.tsx";
import { readMoneyFilters } from "#components/payments/report-filters.ts";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import type { DisputeDto } from "#lib/revenue/disputes-schema.ts";
import { listDisputes } from "#lib/revenue/list-disputes.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { buildCsvHref } from "../csv-href.ts";
import { chooseEnvironment, getProviderName, listEnvironments, listPaymentApps } from "../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("disputes_loading_title") }));

const views = () =>
  [
    { id: undefined, label: t("views_open"), isOpen: "true" },
    { id: "ended", label: t("views_ended"), isOpen: "false" },
    { id: "all", label: t("views_all"), isOpen: undefined },
  ] as const;

const nothing = () => ({
  open: {
    title: t("nothing_title"),
    description: t("nothing_description"),
  },
  ended: { title: t("nothing_no_dispute_has_ended"), description: t("nothing_once_bank_has_decided") },
  all: { title: t("nothing_no_disputes"), description: t("nothing_none_your_payments_was") },
});

export default async function DisputesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const asked = readMoneyFilters(params);
  const shown = views().find(({ id }) => id === readParam(params, "show")) ?? views()[0];
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const apps = await listPaymentApps(ctx);
  const environment = chooseEnvironment(asked.environment, apps);
  const buildHref = (change: Record<string, string | undefined>) =>
    hrefWith("/payments/disputes", { ...asked, show: shown.id, ...change });
  const page = await listDisputes({
    ctx,
    input: { environment, currency: asked.currency, isOpen: shown.isOpen, cursor: trail.at(-1) },
  }).catch(leadToFirstPage("/payments/disputes"));
  const older = olderParam(trail, page.nextCursor);
  // What has to be answered first stands first.
  const getDeadline = ({ answerBy }: DisputeDto) => answerBy ?? "9999";
  const disputes = page.data.toSorted((one, other) => (getDeadline(one) < getDeadline(other) ? -1 : 1));
  return (
    <>
      <PaymentsHeader
        current="/payments/disputes"
        title={t("disputes_page_title")}
        description={t("disputes_page_description")}
        actions={
          page.data.length > 0 && (
            <CsvLink
              href={buildCsvHref("disputes", { ...asked, environment, isOpen: shown.isOpen })}
              label={t("disputes_page_csv")}
              variant="secondary"
            />
          )
        }
      />
      <EnvironmentSwitch
        environments={listEnvironments(apps)}
        selected={environment}
        buildHref={(one) => buildHref({ environment: one })}
      />
      <PillLinks
        label={t("disputes_page_label")}
        pills={views().map(({ id, label }) => ({ id, label, href: buildHref({ show: id }) }))}
        selected={shown.id}
      />
      {page.data.length === 0 ? (
        <Card isFlush>
          <EmptyState icon={<ShieldCheck aria-hidden />} {...nothing()[shown.id ?? "open"]} />
        </Card>
      ) : (
        <ul className="grid gap-3">
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <DisputeCard
                dispute={dispute}
                providerName={getProviderName(dispute.provider)}
                zone={merchant.timeZone}
              />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        newerHref={trail.length === 0 ? null : buildHref({ cursor: newerParam(trail) })}
        olderHref={older === undefined ? null : buildHref({ cursor: older })}
      />
    </>
  );
}
