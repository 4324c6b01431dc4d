import { Unplug } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { errors as t } from "#lib/words/en/screens/errors.ts";

/** What an address says that leads nowhere. */
export function NotFoundState() {
  return (
    <>
      <h1 className="sr-only">{t("not_found_state_not_found")}</h1>
      <EmptyState
        icon={<Unplug aria-hidden />}
        title={t("not_found_state_title")}
        description={t("not_found_state_description")}
        action={
          <ButtonLink href="/" variant="primary">
            {t("not_found_state_go_overview")}
          </ButtonLink>
        }
      />
    </>
  );
}
