import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function EventNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such event"
      description="The address may be incomplete, or the event is so old that it has been cleared away."
      action={<ButtonLink href="/events">All events</ButtonLink>}
    />
  );
}
