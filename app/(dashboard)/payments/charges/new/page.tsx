import { randomUUID } from "node:crypto";
import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { AppIssues } from "#components/payments/app-issues.tsx";
import { NewChargeForm } from "#components/payments/charges/new-charge-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { listPaymentApps, takingByLink } from "../../payment-apps.ts";

export const metadata: Metadata = { title: "New charge" };

export default async function NewChargePage() {
  const ctx = await requireCtx();
  const [apps, { currency }] = await Promise.all([
    listPaymentApps(ctx),
    getRevenue({ ctx, input: { by: "day" } }),
  ]);
  const usable = takingByLink(apps);
  const header = (
    <PageHeader
      back={{ href: "/payments/charges", label: "Charges" }}
      title="New charge"
      description="Make a payment link for a guest."
    />
  );
  if (!isAllowed(ctx, "payments:write")) {
    return (
      <>
        {header}
        <Notice tone="info" title="You can look, but not take payments">
          An owner or admin of the shop can.
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
            title="Connect Stripe first"
            description="Payments go to your own account at a provider. Once it is connected, you can take payments here."
            action={
              <ButtonLink href="/marketplace/stripe" variant="primary">
                Connect Stripe
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
            label: `${providerName} · ${account.label}${environment === "sandbox" ? " (sandbox)" : ""}`,
          }))}
          chargeKey={`page-${randomUUID()}`}
          currency={currency ?? "EUR"}
        />
      </div>
    </>
  );
}
