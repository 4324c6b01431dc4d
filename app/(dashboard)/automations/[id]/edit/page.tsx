import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { Builder } from "#components/automations/builder/builder.tsx";
import { NeedsScripts } from "#components/automations/builder/needs-scripts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { newId } from "#lib/ids.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";
import { readBuilderWorld } from "./builder-world.ts";

export const generateMetadata = titled(() => ({ title: t("edit_title") }));

export default async function EditAutomationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  if (!isAllowed(ctx, "integrations:write")) redirect(`/automations/${id}`);
  const [automation, world] = await Promise.all([
    getAutomation({ ctx, input: { id } }).catch(missingIsNotFound),
    readBuilderWorld(ctx),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: `/automations/${id}`, label: automation.name }}
        title={t("edit_automation_page_title")}
        description={t("edit_automation_page_description")}
      />
      <NeedsScripts />
      <Builder
        automation={automation}
        world={world}
        merchant={{ timeZone: session.merchant.timeZone, locale: ctx.locale }}
      />
    </>
  );
}
