import { ListChecks, SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { automationsList as t } from "#lib/words/en/screens/automations-list.ts";

/** What the list of automations says while there is nothing to list. */
export function NoAutomations({ isFiltered, canCreate }: { isFiltered: boolean; canCreate: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("no_automations_title")}
        description={t("no_automations_description")}
        action={<ButtonLink href="/automations">{t("no_automations_show_all_automations")}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<ListChecks />}
      title={t("no_automations_no_automations_yet")}
      description={
        canCreate
          ? t.rich("no_automations_automation_has_your_apps", {
              link: (text) => <TextLink href="/automations/new">{text}</TextLink>,
            })
          : t("no_automations_automation_has_your_apps_2")
      }
      action={
        <ButtonLink href="/recipes" variant="primary">
          {t("no_automations_see_recipes")}
        </ButtonLink>
      }
    />
  );
}
