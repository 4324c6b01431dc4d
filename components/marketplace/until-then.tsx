import { ButtonLink } from "#components/ui/button-link.tsx";
import { Section } from "#components/ui/section.tsx";

/** What a shop owner can do while an app is still to come. */
export function UntilThen({ canCreate }: { canCreate: boolean }) {
  return (
    <Section
      title="What you can do today"
      description="Until then, a webhook can carry your shop's events to a tool of your own."
    >
      {canCreate ? (
        <ButtonLink href="/webhooks/new">Create webhook</ButtonLink>
      ) : (
        <p className="text-muted">An owner or admin of your shop can create one.</p>
      )}
    </Section>
  );
}
