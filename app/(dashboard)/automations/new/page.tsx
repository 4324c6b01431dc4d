import { redirect } from "next/navigation";
import { FromRecipe } from "#components/automations/builder/new/from-recipe.tsx";
import { FromScratch } from "#components/automations/builder/new/from-scratch.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("new_title") }));

export default async function NewAutomationPage() {
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "integrations:write")) redirect("/automations");
  return (
    <>
      <PageHeader
        back={{ href: "/automations", label: t("new_automation_page_automations") }}
        title={t("new_automation_page_title")}
        description={t("new_automation_page_description")}
      />
      <div className="grid max-w-form gap-6">
        <FromRecipe />
        <FromScratch />
      </div>
    </>
  );
}
