"use server";

import { redirect } from "next/navigation";
import { integrationHref } from "#components/integrations/integration-state.ts";
import type { ShellCommand } from "#components/shell/shell-command.ts";
import { asReader, findSession } from "#lib/auth/session.ts";
import { signOutHere } from "#lib/auth/sign-out.ts";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import { dropSession } from "#lib/transport/account-action.ts";
import { runAction } from "#lib/transport/action.ts";
import { listWebhookNames } from "#lib/webhooks/list-webhook-names.ts";
import { shell as t } from "#lib/words/en/screens/shell.ts";

/** The merchant's automations, webhooks and connections, and every app and recipe there is, as lines of the command menu. */
export async function findCommands(): Promise<ShellCommand[]> {
  return asReader(composeCommands);
}

async function composeCommands(): Promise<ShellCommand[]> {
  const [automations, recipes, webhooks, integrations, apps] = await Promise.all([
    findAutomationCommands(),
    findRecipeCommands(),
    findWebhookCommands(),
    runAction((ctx) => listIntegrations({ ctx, input: { limit: 100 } })),
    runAction((ctx) => listCatalogue({ ctx, input: { limit: 100 } })),
  ]);
  const connections = integrations.ok ? integrations.data.data : [];
  const connected = new Set(
    connections.filter(({ status }) => status !== "disconnected").map(({ provider }) => provider),
  );
  return [
    ...automations,
    ...webhooks,
    ...connections.map((connection) => toConnectionCommand(connection, connections)),
    ...(apps.ok ? apps.data.data : []).map((app) => toAppCommand(app, connected.has(app.id))),
    ...recipes,
  ];
}

function toConnectionCommand(integration: IntegrationDto, all: readonly IntegrationDto[]): ShellCommand {
  const { id, account, provider, providerName } = integration;
  const isAlone = all.every(
    (other) => other.id === id || other.provider !== provider || other.account.label !== account.label,
  );
  return {
    id,
    kind: "thing",
    // Two accounts of one name are told apart by what the app itself calls them.
    label: `${providerName} · ${account.label}${isAlone ? "" : ` (${account.id})`}`,
    href: integrationHref(integration),
    hint: t("commands_connected_app"),
    ids: [id, account.id],
  };
}

function toAppCommand(app: CatalogueEntryDto, isConnected: boolean): ShellCommand {
  return {
    id: `app-${app.id}`,
    kind: "app",
    label: app.name,
    href: `/marketplace/${app.id}`,
    hint: isConnected
      ? t("commands_connected")
      : app.status === "available"
        ? t("commands_available")
        : t("commands_coming_soon"),
    keywords: [app.category.label],
  };
}

async function findAutomationCommands(): Promise<ShellCommand[]> {
  const result = await runAction((ctx) => listAutomations({ ctx, input: { limit: 100 } }));
  if (!result.ok) return [];
  return result.data.data.map(({ id, name }) => ({
    id,
    kind: "thing",
    label: name,
    href: `/automations/${id}`,
    hint: t("commands_automation"),
    ids: [id],
  }));
}

async function findRecipeCommands(): Promise<ShellCommand[]> {
  const result = await runAction((ctx) => listRecipes({ ctx, input: { limit: 100 } }));
  if (!result.ok) return [];
  return result.data.data.map(({ id, title, apps }) => ({
    id: `recipe-${id}`,
    kind: "app",
    label: title,
    href: `/recipes/${id}`,
    hint: t("commands_recipe"),
    keywords: apps.map(({ name }) => name),
  }));
}

async function findWebhookCommands(): Promise<ShellCommand[]> {
  const result = await runAction((ctx) => listWebhookNames({ ctx }));
  if (!result.ok) return [];
  return result.data.map(({ id, url, description }) => ({
    id,
    kind: "thing",
    label: description || url,
    href: `/webhooks/${id}`,
    hint: t("commands_webhook"),
    keywords: [url],
    ids: [id],
  }));
}

/** Ends the session of this browser, here and in its cookie. */
export async function signOut(): Promise<void> {
  const session = await findSession();
  if (session) await signOutHere({ session });
  await dropSession();
  redirect("/sign-in");
}
