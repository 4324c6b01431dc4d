import { CreditCard } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

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
          title="No payments yet"
          description="Once a guest has paid, you see here what came in, what it cost, and what is left, down to the table and the product."
          action={
            canCharge && (
              <ButtonLink href="/payments/charges/new" variant="primary">
                Take a first payment
              </ButtonLink>
            )
          }
        />
      ) : (
        <EmptyState
          icon={<CreditCard aria-hidden />}
          title="Take payments, and see what is left of them"
          description="Connect Stripe, and guests can pay by card. Every payment, fee, refund and deposit to your bank then appears here, to the cent."
          action={
            canConnect && (
              <ButtonLink href="/marketplace/stripe" variant="primary">
                Connect Stripe
              </ButtonLink>
            )
          }
        />
      )}
    </Card>
  );
}
