"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { integrationHref } from "#components/integrations/integration-state.ts";
import type { ShellCommand } from "#components/shell/command-menu.tsx";
import { sessionCookieName } from "#lib/auth/session-cookie.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { runAction } from "#lib/transport/action.ts";
import { listWebhookNames } from "#lib/webhooks/list-webhook-names.ts";

/** The merchant's webhooks and connected apps as lines of the command menu. */
export async function findCommands(): Promise<ShellCommand[]> {
  return (await Promise.all([findWebhookCommands(), findIntegrationCommands()])).flat();
}

async function findIntegrationCommands(): Promise<ShellCommand[]> {
  const result = await runAction((ctx) => listIntegrations({ ctx, input: { limit: 100 } }));
  if (!result.ok) return [];
  const labels = result.data.data.map(({ account }) => account.label);
  const isShared = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return result.data.data.map((integration) => ({
    id: integration.id,
    label: commandLabel(integration.account, isShared(integration.account.label)),
    href: integrationHref(integration),
    hint: integration.providerName,
    keywords: [integration.providerName, integration.account.id, "app", "connection"],
  }));
}

/** Two accounts of one name are told apart by what the app itself calls them. */
function commandLabel({ id, label }: { id: string; label: string }, isShared: boolean): string {
  return isShared ? `${label} (${id})` : label;
}

async function findWebhookCommands(): Promise<ShellCommand[]> {
  const result = await runAction((ctx) => listWebhookNames({ ctx }));
  if (!result.ok) return [];
  return result.data.map(({ id, url, description }) => ({
    id,
    label: description || url,
    href: `/webhooks/${id}`,
    hint: "Webhook",
    keywords: [url],
  }));
}

/** Forgets the session of this browser. */
export async function signOut(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
  redirect("/sign-in");
}
