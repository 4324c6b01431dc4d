import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function TestInboxNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such test inbox"
      description="The address may be incomplete, or test inboxes are switched off here."
      action={<ButtonLink href="/">Overview</ButtonLink>}
    />
  );
}
