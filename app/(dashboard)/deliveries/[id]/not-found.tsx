import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function DeliveryNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such delivery"
      description="The address may be incomplete, or the delivery is so old that it has been cleared away."
      action={<ButtonLink href="/deliveries">All deliveries</ButtonLink>}
    />
  );
}
