import type { Ctx } from "#lib/auth/context.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { listFormat } from "#lib/intl.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { Environment } from "#lib/revenue/amounts-schema.ts";
import { isComparable } from "#lib/revenue/scope.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

/** The merchant's connections to apps that take payments, also those that have been disconnected. */
export async function listPaymentApps(ctx: Ctx): Promise<IntegrationDto[]> {
  const { data } = await listIntegrations({ ctx, input: { limit: 100 } });
  return data.filter(({ provider }) => (findManifest(provider)?.paymentFacts ?? null) !== null);
}

/** Where the merchant has money: with real apps, in the sandbox, or both. */
export function listEnvironments(apps: readonly IntegrationDto[]): Environment[] {
  return (["live", "sandbox"] as const).filter((one) => apps.some(({ environment }) => environment === one));
}

/** What is shown where the address asks for nothing: live, if the merchant has any. */
export function chooseEnvironment(
  asked: Environment | undefined,
  apps: readonly IntegrationDto[],
): Environment {
  return asked ?? listEnvironments(apps)[0] ?? "live";
}

/** What an app that takes payments is called. */
export function getProviderName(provider: string): string {
  return findManifest(provider)?.name ?? provider;
}

/** "Stripe", "Stripe and PayPal": whose money is shown. */
export function providersText(apps: readonly IntegrationDto[], environment: Environment): string {
  return namesText(apps.filter((app) => app.environment === environment));
}

/** Of them those whose accounts are compared with the ledger; null = none is. */
export function comparedText(apps: readonly IntegrationDto[], environment: Environment): string | null {
  const compared = apps.filter((app) => app.environment === environment && isComparable(app.provider));
  return compared.length === 0 ? null : namesText(compared);
}

function namesText(apps: readonly IntegrationDto[]): string {
  const names = new Set(apps.map(({ providerName }) => providerName));
  return names.size === 0 ? t("providers_text_provider") : listFormat(readerIntlLocale()).format(names);
}

/** The connections by which a guest can pay on a page of the app's. */
export function takingByLink(apps: readonly IntegrationDto[]): IntegrationDto[] {
  return apps.filter(
    ({ status, provider }) =>
      status !== "disconnected" && findManifest(provider)?.paymentFacts?.modes.includes("checkout") === true,
  );
}
