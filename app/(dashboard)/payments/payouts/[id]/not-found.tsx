import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function PayoutNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("payout_not_found_title")}
      description={t("payout_not_found_description")}
      action={<ButtonLink href="/payments/payouts">{t("payout_not_found_all_payouts")}</ButtonLink>}
    />
  );
}
