import { randomUUID } from "node:crypto";
import { CreditCard } from "lucide-react";
import { AppIssues } from "#components/payments/app-issues.tsx";
import { NewChargeForm } from "#components/payments/charges/new-charge-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { listPaymentApps, takingByLink } from "../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("new_title") }));

export default async function NewChargePage() {
  const ctx = await requireCtx();
  const [apps, { currency }] = await Promise.all([
    listPaymentApps(ctx),
    getRevenue({ ctx, input: { by: "day" } }),
  ]);
  const usable = takingByLink(apps);
  const header = (
    <PageHeader
      back={{ href: "/payments/charges", label: t("new_charge_page_charges") }}
      title={t("new_charge_page_title")}
      description={t("new_charge_page_description")}
    />
  );
  if (!isAllowed(ctx, "payments:write")) {
    return (
      <>
        {header}
        <Notice tone="info" title={t("new_charge_page_you_can_look_but")}>
          {t("new_charge_page_owner_admin_shop_can")}
        </Notice>
      </>
    );
  }
  if (usable.length === 0) {
    return (
      <>
        {header}
        <Card isFlush>
          <EmptyState
            icon={<CreditCard aria-hidden />}
            title={t("new_charge_page_connect_stripe_first")}
            description={t("new_charge_page_payments_go_your_own")}
            action={
              <ButtonLink href="/marketplace/stripe" variant="primary">
                {t("new_charge_page_connect_stripe")}
              </ButtonLink>
            }
          />
        </Card>
      </>
    );
  }
  return (
    <>
      {header}
      <AppIssues apps={usable} />
      <div className="max-w-form">
        <NewChargeForm
          accounts={usable.map(({ id, providerName, account, environment }) => ({
            value: id,
            label: t("new_charge_page_providername_label_environment", {
              providerName,
              label: account.label,
              environment,
            }),
          }))}
          chargeKey={`page-${randomUUID()}`}
          currency={currency ?? "EUR"}
        />
      </div>
    </>
  );
}
