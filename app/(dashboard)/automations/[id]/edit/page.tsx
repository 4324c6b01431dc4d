import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { Builder } from "#components/automations/builder/builder.tsx";
import type { BuilderApp, BuilderSnapshot } from "#components/automations/builder/builder-model.ts";
import { NeedsScripts } from "#components/automations/builder/needs-scripts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { newId } from "#lib/ids.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("edit_title") }));

export default async function EditAutomationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  if (!isAllowed(ctx, "integrations:write")) redirect(`/automations/${id}`);
  const [automation, snapshot] = await Promise.all([
    getAutomation({ ctx, input: { id } }).catch(missingIsNotFound),
    readBuilderSnapshot(ctx),
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
        snapshot={snapshot}
        merchant={{ timeZone: session.merchant.timeZone, locale: ctx.locale }}
      />
    </>
  );
}

/** The merchant's connections, and every app that can be used; of those that are connected, what they can do. */
async function readBuilderSnapshot(ctx: Ctx): Promise<BuilderSnapshot> {
  const [integrations, catalogue] = await Promise.all([
    listIntegrations({ ctx, input: { limit: 100 } }),
    listCatalogue({ ctx, input: { limit: 100, status: "available" } }),
  ]);
  const connected = integrations.data.filter(({ status }) => status !== "disconnected");
  const used = new Set(connected.map(({ provider }) => provider));
  const able = catalogue.data.filter(({ actions }) => actions.length > 0);
  return {
    connections: connected.map(({ id, provider, account, environment, status }) => ({
      id,
      app: provider,
      label: account.label,
      isSandbox: environment === "sandbox",
      needsAttention: status === "needs_attention",
    })),
    apps: await Promise.all(able.map((entry) => toBuilderApp(ctx, entry, used.has(entry.id)))),
  };
}

async function toBuilderApp(ctx: Ctx, entry: CatalogueEntryDto, isConnected: boolean): Promise<BuilderApp> {
  const { id, name, icon, summary } = entry;
  if (!isConnected) return { id, name, icon, summary, actions: [], resources: [] };
  const { resources } = await getCatalogueEntry({ ctx, input: { provider: id } });
  const actions = entry.actions.map(
    ({ id: action, title, description, effect, movesMoney, inputSchema, outputSchema, example }) => ({
      id: action,
      title,
      description,
      effect,
      movesMoney,
      inputSchema,
      outputSchema,
      example,
    }),
  );
  return { id, name, icon, summary, actions, resources };
}
