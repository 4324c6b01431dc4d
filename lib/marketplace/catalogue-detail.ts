import { env } from "#lib/env.ts";
import { isLiveReady } from "#lib/integrations/connect/environment-for.ts";
import { redirectUriOf } from "#lib/integrations/tokens/provider-app.ts";
import type { Provider } from "../providers/contract/provider.ts";
import { inputSchemaOf, toCatalogueEntryDto } from "./catalogue-dto.ts";
import type { CatalogueEntry } from "./catalogue-entries.ts";
import { type CatalogueConnectDto, type CatalogueDetailDto, syncedKinds } from "./schema.ts";

/** One entry with what its own page needs. */
export function toCatalogueDetailDto(entry: CatalogueEntry): CatalogueDetailDto {
  const { provider } = entry;
  return {
    ...toCatalogueEntryDto(entry),
    benefits: [...(provider?.benefits ?? [])],
    setUp: [...(provider?.setUp ?? [])],
    connect: provider ? connectOf(provider) : null,
    resources: Object.entries(provider?.resources ?? {}).map(([id, { title }]) => ({ id, title })),
    synced: syncedKinds.flatMap((kind) => {
      const source = provider?.sync[kind];
      return source ? [{ kind, title: source.title }] : [];
    }),
    api: provider ? { version: provider.api.version, endsOn: provider.api.endsOn } : null,
  };
}

function connectOf(provider: Provider): CatalogueConnectDto {
  const { auth } = provider;
  const grant = auth.kind === "api_key" ? auth.grant : null;
  const onboarding = auth.kind === "oauth2" ? auth.onboarding : undefined;
  return {
    kind: auth.kind,
    inputSchema: inputSchemaOf(auth.input),
    hasOneClick: grant !== null,
    grantSchema: grant ? inputSchemaOf(grant.input) : null,
    onboarding: onboarding ? { title: onboarding.title, inputSchema: inputSchemaOf(onboarding.input) } : null,
    isLiveReady: isLiveReady(provider),
    isSandboxOn: env().SANDBOX === "on",
    redirectUri: auth.kind === "oauth2" ? redirectUriOf(provider.id) : null,
  };
}
