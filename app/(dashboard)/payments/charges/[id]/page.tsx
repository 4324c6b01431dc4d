import { Undo2 } from "lucide-react";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { amountText } from "#components/payments/amount.tsx";
import { ChargeNotice } from "#components/payments/charges/charge-notice.tsx";
import { ChargeSplit } from "#components/payments/charges/charge-split.tsx";
import { ChargeTimeline } from "#components/payments/charges/charge-timeline.tsx";
import { chargeNote, chargeTitle } from "#components/payments/charges/charge-title.ts";
import { EndCharge } from "#components/payments/charges/end-charge.tsx";
import { PayLink } from "#components/payments/charges/pay-link.tsx";
import { RefundList } from "#components/payments/charges/refund-list.tsx";
import { DisputeCard } from "#components/payments/disputes/dispute-card.tsx";
import { RefreshWhile } from "#components/payments/refresh-while.tsx";
import { chargeState } from "#components/payments/states.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getCharge } from "#lib/payments/get-charge.ts";
import { getTimeline } from "#lib/revenue/get-timeline.ts";
import { listDisputes } from "#lib/revenue/list-disputes.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { lostIsNotFound } from "../../lost-is-not-found.ts";
import { getProviderName } from "../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

const origins = () =>
  ({
    request: t("origins_taken_here"),
    automation: t("origins_taken_automation"),
    provider: t("origins_found_provider"),
  }) as const;

export default async function ChargePage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const charge = await getCharge({ ctx, input: { id } }).catch(lostIsNotFound(`/payments/charges/${id}`));
  const [timeline, disputes] = await Promise.all([
    getTimeline({ ctx, input: { id } }),
    listDisputes({ ctx, input: { chargeId: id, environment: charge.environment } }),
  ]);
  const zone = merchant.timeZone;
  const providerName = getProviderName(charge.provider);
  const state = chargeState(charge.status);
  const amount = amountText({ minor: charge.amount, currency: charge.currency }, ctx.locale);
  const canAct = isAllowed(ctx, "payments:write");
  const isUndecided =
    !["succeeded", "failed", "ended"].includes(charge.status) ||
    charge.refunds.some(({ status }) => status === "begun" || status === "unknown");
  return (
    <>
      <RefreshWhile isOpen={isUndecided} />
      <PageHeader
        back={{ href: "/payments/charges", label: t("charge_page_charges") }}
        title={amount}
        status={
          <>
            <Status look="pill" tone={state.tone}>
              {state.word}
            </Status>
            <EnvironmentBadge environment={charge.environment} />
          </>
        }
        description={[chargeTitle(charge), chargeNote(charge)].filter(Boolean).join(": ")}
        actions={
          canAct && (
            <>
              {charge.status === "waiting" && <EndCharge id={charge.id} />}
              {charge.refundable > 0 && (
                <ButtonLink href={`/payments/charges/${charge.id}/refund`} icon={<Undo2 aria-hidden />}>
                  {t("charge_page_refund")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <ChargeNotice charge={charge} providerName={providerName} />
      {charge.status === "waiting" && charge.url !== null && (
        <PayLink url={charge.url} providerName={providerName} amount={amount} />
      )}
      {disputes.data.length > 0 && (
        <Section title={t("charge_page_count", { count: disputes.data.length })}>
          <div className="grid gap-3">
            {disputes.data.map((dispute) => (
              <DisputeCard
                key={dispute.id}
                dispute={dispute}
                providerName={providerName}
                zone={zone}
                isOnCharge
              />
            ))}
          </div>
        </Section>
      )}
      <div className="grid min-w-0 items-start gap-stack lg:grid-cols-2">
        <div className="grid min-w-0 gap-stack">
          <ChargeSplit charge={charge} providerName={providerName} />
          {charge.refunds.length > 0 && <RefundList refunds={charge.refunds} zone={zone} />}
          <Card title={t("charge_page_title")}>
            <KeyValueList
              items={[
                {
                  key: charge.paidAt === null ? t("charge_page_made") : t("charge_page_paid"),
                  value: <RelativeTime at={charge.paidAt ?? charge.createdAt} zone={zone} />,
                },
                { key: t("charge_page_how"), value: origins()[charge.origin] },
                ...(charge.customer === null
                  ? []
                  : [
                      {
                        key: t("charge_page_guest"),
                        value:
                          [charge.customer.name, charge.customer.email].filter(Boolean).join(", ") || "–",
                      },
                    ]),
                {
                  key: t("charge_page_charge"),
                  value: <Copyable text={charge.id} label={t("charge_page_label")} isTruncated />,
                },
                ...(charge.providerPaymentId === null
                  ? []
                  : [
                      {
                        key: t("charge_page_providername", { providerName }),
                        value: (
                          <Copyable
                            text={charge.providerPaymentId}
                            label={t("charge_page_id_providername", { providerName })}
                          />
                        ),
                      },
                    ]),
              ]}
            />
          </Card>
        </div>
        <Card title={t("charge_page_from_scan_bank")}>
          <ChargeTimeline timeline={timeline} zone={zone} />
        </Card>
      </div>
    </>
  );
}
