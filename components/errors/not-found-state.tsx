import { Unplug } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What an address says that leads nowhere. */
export function NotFoundState() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Unplug aria-hidden />}
        title="There is nothing at this address"
        description="It may have been deleted, may belong to another account, or the address has a typing error in it."
        action={
          <ButtonLink href="/" variant="primary">
            Go to the overview
          </ButtonLink>
        }
      />
    </>
  );
}
