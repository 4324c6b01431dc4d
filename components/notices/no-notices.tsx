import { BellRing } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the list says before there was anything to tell. */
export function NoNotices() {
  return (
    <EmptyState
      icon={<BellRing aria-hidden />}
      title="No notices yet"
      description="When a webhook stops accepting events, an automation fails or a connected app needs you, the owners and admins of the shop are told. Every notice is listed here."
      action={<ButtonLink href="/marketplace">Connect an app</ButtonLink>}
    />
  );
}
