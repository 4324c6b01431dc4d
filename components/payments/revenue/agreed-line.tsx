import { Link } from "#components/ui/link.tsx";
import { Status } from "#components/ui/status.tsx";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import { agreedText } from "./agreed-text.ts";

interface AgreedLineProps {
  agreedUntil: string | null;
  /** "Stripe", "Stripe and PayPal". */
  providers: string;
  zone: string;
  now: Date;
}

/** Up to which minute the numbers are proven, and the way to the proof. */
export function AgreedLine({ agreedUntil, providers, zone, now }: AgreedLineProps) {
  return (
    <Link href="/payments/reconciliation" className="w-fit rounded-tag hover:underline">
      {agreedUntil === null ? (
        <Status tone="progress">{t("agreed_line_not_compared_with_providers", { providers })}</Status>
      ) : (
        <Status tone="success" className="whitespace-normal">
          {t("agreed_line_all_agrees_with_providers", {
            providers,
            agreedText: agreedText(agreedUntil, zone, now),
          })}
        </Status>
      )}
    </Link>
  );
}
