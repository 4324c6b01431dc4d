import { CreditCard, Plus } from "lucide-react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { periodOptions, periodStart, readPeriod } from "#components/listing/period.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { ChargeTable } from "#components/payments/charges/charge-table.tsx";
import { PaymentsHeader } from "#components/payments/payments-header.tsx";
import { chargeStatusOptions } from "#components/payments/states.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listCharges } from "#lib/payments/list-charges.ts";
import { chargeStatusSchema } from "#lib/payments/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { buildCsvHref } from "../../csv-href.ts";
import { listPaymentApps, takingByLink } from "../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("list_title") }));

export default async function ChargesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const orderId = readParam(params, "order");
  const status = chargeStatusSchema.safeParse(readParam(params, "status")).data;
  const period = readPeriod(readParam(params, "period"));
  const app = readParam(params, "account", 100);
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const apps = await listPaymentApps(ctx);
  const filters = {
    orderId,
    status,
    integrationId: app,
    from: period && periodStart(period, Date.now()),
  };
  const page = await listCharges({ ctx, input: { ...filters, cursor: trail.at(-1) } }).catch(
    leadToFirstPage("/payments/charges"),
  );
  const buildHref = (cursor: string | undefined) =>
    hrefWith("/payments/charges", { order: orderId, status, account: app, period, cursor });
  const isFiltered = [orderId, status, period, app].some((value) => value !== undefined) || trail.length > 0;
  const hasList = page.data.length > 0 || isFiltered;
  const canCharge = isAllowed(ctx, "payments:write") && takingByLink(apps).length > 0;
  const newCharge = (
    <ButtonLink href="/payments/charges/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("charges_page_new_charge")}
    </ButtonLink>
  );
  const older = olderParam(trail, page.nextCursor);
  return (
    <>
      <PaymentsHeader
        current="/payments/charges"
        title={t("charges_page_title")}
        description={t("charges_page_description")}
        actions={
          hasList && (
            <>
              {page.data.length > 0 && (
                <CsvLink
                  href={buildCsvHref("charges", filters)}
                  label={t("charges_page_csv")}
                  variant="secondary"
                />
              )}
              {canCharge && newCharge}
            </>
          )
        }
      />
      {hasList && (
        <FilterBar searchLabel={t("charges_page_search_order")} searchName="order">
          <FilterSelect
            name="status"
            label={common("state")}
            anyLabel={t("charges_page_any_state")}
            options={chargeStatusOptions()}
          />
          {apps.length > 1 && (
            <FilterSelect
              name="account"
              label={common("account")}
              anyLabel={t("charges_page_any_account")}
              options={apps.map(({ id, providerName, account }) => ({
                value: id,
                label: `${providerName} · ${account.label}`,
              }))}
            />
          )}
          <FilterSelect
            name="period"
            label={common("period")}
            anyLabel={t("charges_page_any_time")}
            options={periodOptions()}
          />
        </FilterBar>
      )}
      <Card isFlush>
        {page.data.length > 0 && <ChargeTable charges={page.data} zone={merchant.timeZone} />}
        {page.data.length === 0 && isFiltered && (
          <NothingMatches title={t("charges_page_no_match")} clearHref="/payments/charges" />
        )}
        {page.data.length === 0 && !isFiltered && (
          <EmptyState
            icon={<CreditCard aria-hidden />}
            title={t("charges_page_no_charges_yet")}
            description={t("charges_page_each_payment_guest_appears")}
            action={
              canCharge ? (
                newCharge
              ) : (
                <ButtonLink href="/payments">{t("charges_page_what_do_first")}</ButtonLink>
              )
            }
          />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : buildHref(newerParam(trail))}
        olderHref={older === undefined ? null : buildHref(older)}
      />
    </>
  );
}
