import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { amountText } from "#components/payments/amount.tsx";
import { dayText } from "#components/payments/day-text.ts";
import { groupTitles } from "#components/payments/payouts/contents-words.ts";
import { PayoutItems } from "#components/payments/payouts/payout-items.tsx";
import { PayoutNotice } from "#components/payments/payouts/payout-notice.tsx";
import { PayoutStatement } from "#components/payments/payouts/payout-statement.tsx";
import { payoutState } from "#components/payments/states.ts";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getPayout } from "#lib/revenue/get-payout.ts";
import { payoutGroup } from "#lib/revenue/payouts-schema.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { lostIsNotFound } from "../../lost-is-not-found.ts";
import { getProviderName } from "../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("id_payout") }));

interface PayoutPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function PayoutPage({ params, searchParams }: PayoutPageProps) {
  const [ctx, { merchant }, { id }, query] = await Promise.all([
    requireCtx(),
    requireSession(),
    params,
    searchParams,
  ]);
  const group = payoutGroup.safeParse(readParam(query, "group")).data;
  const trail = readTrail(readParam(query, "cursor", 16_000));
  const payout = await getPayout({ ctx, input: { id, group, cursor: trail.at(-1) } }).catch(
    lostIsNotFound(hrefWith(`/payments/payouts/${id}`, { group })),
  );
  const { contents, currency } = payout;
  const state = payoutState(payout.status);
  const providerName = getProviderName(payout.provider);
  const older = olderParam(trail, contents.nextCursor);
  const buildHref = (cursor: string | undefined) => hrefWith(`/payments/payouts/${id}`, { group, cursor });
  return (
    <>
      <PageHeader
        back={{ href: "/payments/payouts", label: t("payout_page_payouts") }}
        title={amountText({ minor: payout.amount, currency }, ctx.locale)}
        status={
          <>
            <Status look="pill" tone={state.tone}>
              {state.word}
            </Status>
            <EnvironmentBadge environment={payout.environment} />
          </>
        }
        description={
          payout.amount < 0
            ? t("payout_page_description", { providerName })
            : t("payout_page_from_your_providername_balance", { providerName })
        }
      />
      <PayoutNotice payout={payout} providerName={providerName} />
      <Card>
        <KeyValueList
          layout="columns"
          items={[
            {
              key: t("payout_page_made"),
              value: <RelativeTime at={payout.createdAt} zone={merchant.timeZone} />,
            },
            { key: t("payout_page_bank"), value: dayText(payout.arrivesAt) },
            {
              key: t("payout_page_started"),
              value: payout.isAutomatic ? t("payout_page_provider_s_schedule") : t("payout_page_hand"),
            },
            {
              key: t("payout_page_providername", { providerName }),
              value: <Copyable text={payout.payoutId} label={t("payout_page_label")} isTruncated />,
            },
          ]}
        />
      </Card>
      <PayoutStatement payout={payout} selected={group} />
      {payout.total !== null && (
        <Section
          title={group === undefined ? t("payout_page_title") : groupTitles()[group]}
          description={t("payout_page_each_leads_payment_from")}
        >
          <div className="grid gap-4">
            <Card isFlush>
              {contents.data.length === 0 ? (
                <p className="px-card py-6 text-muted">{t("payout_page_there_nothing_this_kind")}</p>
              ) : (
                <PayoutItems items={contents.data} currency={currency} zone={merchant.timeZone} />
              )}
            </Card>
            <Pagination
              newerHref={trail.length === 0 ? null : buildHref(newerParam(trail))}
              olderHref={older === undefined ? null : buildHref(older)}
            />
          </div>
        </Section>
      )}
    </>
  );
}
