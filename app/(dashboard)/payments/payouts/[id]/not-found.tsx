import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function PayoutNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such payout"
      description="The address may be incomplete, or the payout belongs to another shop."
      action={<ButtonLink href="/payments/payouts">All payouts</ButtonLink>}
    />
  );
}
