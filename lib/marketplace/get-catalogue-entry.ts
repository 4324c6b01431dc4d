import { defineVerb } from "#lib/auth/verb.ts";
import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import { isLiveReady } from "#lib/integrations/connect/environment-for.ts";
import { buildRedirectUri } from "#lib/providers/provider-app.ts";
import { toInputSchema } from "../providers/contract/declare.ts";
import type { Manifest } from "../providers/contract/manifest.ts";
import { loadDeclaration } from "../providers/registry.ts";
import { toCatalogueEntryDto } from "./catalogue-dto.ts";
import { type CatalogueEntry, catalogueEntries } from "./catalogue-entries.ts";
import {
  type CatalogueConnectDto,
  type CatalogueDetailDto,
  catalogueDetailDto,
  catalogueEntryInput,
} from "./schema.ts";

/**
 * One app of the marketplace, with what its own page needs.
 * @throws {AppError} 404 for an app that is not in it
 */
export const getCatalogueEntry = defineVerb({
  permission: "read",
  input: catalogueEntryInput,
  output: catalogueDetailDto,
  async run({ input: { provider } }) {
    const entry = catalogueEntries().find(({ id }) => id === provider);
    if (!entry) throw notFound("app");
    return toCatalogueDetailDto(entry);
  },
});

/** One entry with what its own page needs. */
async function toCatalogueDetailDto(entry: CatalogueEntry): Promise<CatalogueDetailDto> {
  const { manifest } = entry;
  const { resources = [], copies = [] } = (await loadDeclaration(entry.id)) ?? {};
  return {
    ...(await toCatalogueEntryDto(entry)),
    benefits: [...(manifest?.benefits ?? [])],
    setUp: [...(manifest?.setUp ?? [])],
    connect: manifest ? toConnectDto(manifest) : null,
    resources,
    synced: copies,
    api: manifest ? { version: manifest.api.version, endsOn: manifest.api.endsOn } : null,
  };
}

function toConnectDto(manifest: Manifest): CatalogueConnectDto {
  const { auth } = manifest;
  const grant = auth.kind === "api_key" ? auth.grant : null;
  const onboarding = auth.kind === "oauth2" ? auth.onboarding : undefined;
  return {
    kind: auth.kind,
    inputSchema: toInputSchema(auth.input),
    hasOneClick: grant !== null,
    grantSchema: grant ? toInputSchema(grant.input) : null,
    onboarding: onboarding ? { title: onboarding.title, inputSchema: toInputSchema(onboarding.input) } : null,
    isLiveReady: isLiveReady(manifest),
    isSandboxOn: env().SANDBOX === "on",
    redirectUri: auth.kind === "oauth2" ? buildRedirectUri(manifest.id) : null,
  };
}
