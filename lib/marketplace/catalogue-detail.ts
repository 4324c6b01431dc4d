import { env } from "#lib/env.ts";
import { isLiveReady } from "#lib/integrations/connect/environment-for.ts";
import { redirectUriOf } from "#lib/integrations/tokens/provider-app.ts";
import { inputSchemaOf } from "../providers/contract/declare.ts";
import type { Manifest } from "../providers/contract/manifest.ts";
import { loadDeclaration } from "../providers/registry.ts";
import { toCatalogueEntryDto } from "./catalogue-dto.ts";
import type { CatalogueEntry } from "./catalogue-entries.ts";
import type { CatalogueConnectDto, CatalogueDetailDto } from "./schema.ts";

/** One entry with what its own page needs. */
export async function toCatalogueDetailDto(entry: CatalogueEntry): Promise<CatalogueDetailDto> {
  const { manifest } = entry;
  const { resources = [], copies = [] } = (await loadDeclaration(entry.id)) ?? {};
  return {
    ...(await toCatalogueEntryDto(entry)),
    benefits: [...(manifest?.benefits ?? [])],
    setUp: [...(manifest?.setUp ?? [])],
    connect: manifest ? connectOf(manifest) : null,
    resources,
    synced: copies,
    api: manifest ? { version: manifest.api.version, endsOn: manifest.api.endsOn } : null,
  };
}

function connectOf(manifest: Manifest): CatalogueConnectDto {
  const { auth } = manifest;
  const grant = auth.kind === "api_key" ? auth.grant : null;
  const onboarding = auth.kind === "oauth2" ? auth.onboarding : undefined;
  return {
    kind: auth.kind,
    inputSchema: inputSchemaOf(auth.input),
    hasOneClick: grant !== null,
    grantSchema: grant ? inputSchemaOf(grant.input) : null,
    onboarding: onboarding ? { title: onboarding.title, inputSchema: inputSchemaOf(onboarding.input) } : null,
    isLiveReady: isLiveReady(manifest),
    isSandboxOn: env().SANDBOX === "on",
    redirectUri: auth.kind === "oauth2" ? redirectUriOf(manifest.id) : null,
  };
}
