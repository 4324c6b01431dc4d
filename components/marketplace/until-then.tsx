import { ButtonLink } from "#components/ui/button-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";

/** What a shop owner can do while an app is still to come. */
export function UntilThen({ canCreate }: { canCreate: boolean }) {
  return (
    <Section title={t("until_then_title")} description={t("until_then_description")}>
      {canCreate ? (
        <ButtonLink href="/webhooks/new">{t("until_then_create_webhook")}</ButtonLink>
      ) : (
        <p className="text-muted">{t("until_then_owner_admin_your_shop")}</p>
      )}
    </Section>
  );
}
