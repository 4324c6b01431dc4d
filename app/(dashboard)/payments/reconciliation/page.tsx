import { Scale } from "lucide-react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { PillLinks } from "#components/listing/pill-links.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { EnvironmentSwitch } from "#components/payments/environment-switch.tsx";
import { PaymentsHeader } from "#components/payments/payments-header.tsx";
import { AccountCard } from "#components/payments/reconciliation/account-card.tsx";
import { CompareButton } from "#components/payments/reconciliation/compare-button.tsx";
import { DifferenceTable } from "#components/payments/reconciliation/difference-table.tsx";
import { readMoneyFilters } from "#components/payments/report-filters.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getReconciliation } from "#lib/revenue/get-reconciliation.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { chooseEnvironment, getProviderName, listEnvironments, listPaymentApps } from "../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("reconciliation_title") }));

const views = () =>
  [
    { id: undefined, label: t("views_open"), state: "open" },
    { id: "closed", label: t("views_solved"), state: "closed" },
    { id: "all", label: t("views_all"), state: "all" },
  ] as const;

export default async function ReconciliationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const asked = readMoneyFilters(params);
  const shown = views().find(({ id }) => id === readParam(params, "show")) ?? views()[0];
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const apps = await listPaymentApps(ctx);
  const environment = chooseEnvironment(asked.environment, apps);
  const buildHref = (change: Record<string, string | undefined>) =>
    hrefWith("/payments/reconciliation", { environment: asked.environment, show: shown.id, ...change });
  const { accounts, differences } = await getReconciliation({
    ctx,
    input: { environment, state: shown.state, cursor: trail.at(-1) },
  }).catch(leadToFirstPage("/payments/reconciliation"));
  const older = olderParam(trail, differences.nextCursor);
  return (
    <>
      <PaymentsHeader
        current="/payments/reconciliation"
        title={t("reconciliation_page_title")}
        description={t("reconciliation_page_description")}
      />
      <EnvironmentSwitch
        environments={listEnvironments(apps)}
        selected={environment}
        buildHref={(one) => buildHref({ environment: one })}
      />
      {accounts.length === 0 ? (
        <Card isFlush>
          <EmptyState
            icon={<Scale aria-hidden />}
            title={t("reconciliation_page_there_nothing_compare_yet")}
            description={t("reconciliation_page_once_stripe_paypal_connected")}
            action={
              <ButtonLink href="/marketplace/stripe" variant="primary">
                {t("reconciliation_page_connect_stripe")}
              </ButtonLink>
            }
          />
        </Card>
      ) : (
        <>
          <div className="grid gap-4">
            {accounts.map((account) => (
              <AccountCard
                key={account.id}
                account={account}
                providerName={getProviderName(account.provider)}
                zone={merchant.timeZone}
                compare={isAllowed(ctx, "payments:write") && <CompareButton account={account.id} />}
              />
            ))}
          </div>
          <Section
            title={t("reconciliation_page_differences")}
            description={t("reconciliation_page_most_message_that_got")}
          >
            <div className="grid gap-4">
              <PillLinks
                label={t("reconciliation_page_label")}
                pills={views().map(({ id, label }) => ({ id, label, href: buildHref({ show: id }) }))}
                selected={shown.id}
              />
              <Card isFlush={differences.data.length > 0}>
                {differences.data.length === 0 ? (
                  <Status tone="success">
                    {shown.id === undefined
                      ? t("reconciliation_page_no_difference_open")
                      : t("reconciliation_page_there_none")}
                  </Status>
                ) : (
                  <DifferenceTable differences={differences.data} zone={merchant.timeZone} />
                )}
              </Card>
              <Pagination
                newerHref={trail.length === 0 ? null : buildHref({ cursor: newerParam(trail) })}
                olderHref={older === undefined ? null : buildHref({ cursor: older })}
              />
            </div>
          </Section>
        </>
      )}
    </>
  );
}
