import { BellRing } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the list says before there was anything to tell. */
export function NoNotices() {
  return (
    <EmptyState
      icon={<BellRing aria-hidden />}
      title="Nothing to tell so far"
      description="When a connected app needs you, such as to agree to a connection again, the owners and admins of the shop are told. What they were told stands here."
      action={<ButtonLink href="/marketplace">Connect an app</ButtonLink>}
    />
  );
}
