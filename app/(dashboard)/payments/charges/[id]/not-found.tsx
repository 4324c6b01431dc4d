import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ChargeNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such charge"
      description="The address may be incomplete, or the charge belongs to another shop."
      action={<ButtonLink href="/payments/charges">All charges</ButtonLink>}
    />
  );
}
