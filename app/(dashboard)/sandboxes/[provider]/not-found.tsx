import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function SandboxNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such sandbox"
      description="The address may be incomplete, the app cannot be tried out yet, or the sandbox is switched off here."
      action={<ButtonLink href="/marketplace">Marketplace</ButtonLink>}
    />
  );
}
