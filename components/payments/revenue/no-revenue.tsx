import { CreditCard } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";

interface NoRevenueProps {
  /** Whether an app that takes payments is connected. */
  isConnected: boolean;
  canConnect: boolean;
  canCharge: boolean;
}

/** What the page says before the first payment, and the one next step. */
export function NoRevenue({ isConnected, canConnect, canCharge }: NoRevenueProps) {
  return (
    <Card isFlush>
      {isConnected ? (
        <EmptyState
          icon={<CreditCard aria-hidden />}
          title={t("no_revenue_title")}
          description={t("no_revenue_description")}
          action={
            canCharge && (
              <ButtonLink href="/payments/charges/new" variant="primary">
                {t("no_revenue_take_first_payment")}
              </ButtonLink>
            )
          }
        />
      ) : (
        <EmptyState
          icon={<CreditCard aria-hidden />}
          title={t("no_revenue_take_payments_see_what")}
          description={t("no_revenue_connect_stripe_guests_can")}
          action={
            canConnect && (
              <ButtonLink href="/marketplace/stripe" variant="primary">
                {t("no_revenue_connect_stripe")}
              </ButtonLink>
            )
          }
        />
      )}
    </Card>
  );
}
