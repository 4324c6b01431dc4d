import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ConsentNotFound() {
  return (
    <main id="content" className="grid min-h-dvh place-content-center">
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="There is no such page"
        description="The address may be incomplete, or the sandbox is switched off here. Press Connect again to start anew."
        action={<ButtonLink href="/marketplace">Marketplace</ButtonLink>}
      />
    </main>
  );
}
