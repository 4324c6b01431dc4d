import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { testInboxesPages as t } from "#lib/words/en/screens/test-inboxes-pages.ts";

export default function TestInboxNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("test_inbox_not_found_title")}
      description={t("test_inbox_not_found_description")}
      action={<ButtonLink href="/">{t("test_inbox_not_found_overview")}</ButtonLink>}
    />
  );
}
