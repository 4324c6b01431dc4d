import { BellRing } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { notices as t } from "#lib/words/en/screens/notices.ts";

/** What the list says before there was anything to tell. */
export function NoNotices() {
  return (
    <EmptyState
      icon={<BellRing aria-hidden />}
      title={t("no_notices_title")}
      description={t("no_notices_description")}
      action={<ButtonLink href="/marketplace">{t("no_notices_connect_app")}</ButtonLink>}
    />
  );
}
