import { Landmark } from "lucide-react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { EnvironmentSwitch } from "#components/payments/environment-switch.tsx";
import { PaymentsHeader } from "#components/payments/payments-header.tsx";
import { PayoutTable } from "#components/payments/payouts/payout-table.tsx";
import { readMoneyFilters } from "#components/payments/report-filters.ts";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listPayouts } from "#lib/revenue/list-payouts.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { buildCsvHref } from "../../csv-href.ts";
import { chooseEnvironment, listEnvironments, listPaymentApps } from "../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("list_payouts") }));

const states = () =>
  [
    { id: undefined, label: t("states_all") },
    { id: "in_transit", label: t("states_their_way") },
    { id: "paid", label: t("states_paid_out") },
    { id: "failed", label: t("states_failed") },
  ] as const;

export default async function PayoutsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const asked = readMoneyFilters(params);
  const status = states().find(({ id }) => id === readParam(params, "status"))?.id;
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const apps = await listPaymentApps(ctx);
  const environment = chooseEnvironment(asked.environment, apps);
  const filters = { environment, currency: asked.currency, status };
  const buildHref = (change: Record<string, string | undefined>) =>
    hrefWith("/payments/payouts", { ...asked, status, ...change });
  const page = await listPayouts({ ctx, input: { ...filters, cursor: trail.at(-1) } }).catch(
    leadToFirstPage("/payments/payouts"),
  );
  const isFiltered = status !== undefined || asked.currency !== undefined || trail.length > 0;
  const older = olderParam(trail, page.nextCursor);
  return (
    <>
      <PaymentsHeader
        current="/payments/payouts"
        title={t("payouts_page_title")}
        description={t("payouts_page_description")}
        actions={
          page.data.length > 0 && (
            <CsvLink
              href={buildCsvHref("payouts", { ...asked, environment, status })}
              label={t("payouts_page_csv")}
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
      {(page.data.length > 0 || isFiltered) && (
        <PillLinks
          label={common("state")}
          pills={states().map(({ id, label }) => ({ id, label, href: buildHref({ status: id }) }))}
          selected={status}
        />
      )}
      <Card isFlush>
        {page.data.length > 0 && <PayoutTable payouts={page.data} zone={merchant.timeZone} />}
        {page.data.length === 0 && isFiltered && (
          <NothingMatches title={t("payouts_page_no_match")} clearHref="/payments/payouts" />
        )}
        {page.data.length === 0 && !isFiltered && (
          <EmptyState
            icon={<Landmark aria-hidden />}
            title={t("payouts_page_no_payouts_yet")}
            description={t("payouts_page_once_guests_have_paid")}
          />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : buildHref({ cursor: newerParam(trail) })}
        olderHref={older === undefined ? null : buildHref({ cursor: older })}
      />
    </>
  );
}
