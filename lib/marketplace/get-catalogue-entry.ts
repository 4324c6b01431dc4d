import { defineVerb } from "#lib/auth/verb.ts";
import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import { isLiveReady } from "#lib/integrations/connect/environment-for.ts";
import { buildRedirectUri } from "#lib/providers/provider-app.ts";
import type { ConnectInput } from "../providers/contract/auth.ts";
import { toInputSchema } from "../providers/contract/declare.ts";
import type { Manifest } from "../providers/contract/manifest.ts";
import { createAppTell, loadToldDeclaration, tellManifest, tellSchema } from "../providers/told-app.ts";
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
  const told = manifest && tellManifest(manifest, createAppTell(entry.id));
  const { resources = [], copies = [] } = (await loadToldDeclaration(entry.id)) ?? {};
  return {
    ...(await toCatalogueEntryDto(entry)),
    benefits: told?.benefits ?? [],
    setUp: told?.setUp ?? [],
    connect: manifest ? toConnectDto(manifest) : null,
    resources,
    synced: copies,
    api: manifest ? { version: manifest.api.version, endsOn: manifest.api.endsOn } : null,
  };
}

function toConnectDto(manifest: Manifest): CatalogueConnectDto {
  const { auth } = manifest;
  const tell = createAppTell(manifest.id);
  const toToldSchema = (input: ConnectInput, path: string) => tellSchema(toInputSchema(input), tell, path);
  const grant = auth.kind === "api_key" ? auth.grant : null;
  const onboarding = auth.kind === "oauth2" ? auth.onboarding : undefined;
  return {
    kind: auth.kind,
    inputSchema: toToldSchema(auth.input, "connect"),
    hasOneClick: grant !== null,
    grantSchema: grant ? toToldSchema(grant.input, "grant") : null,
    onboarding: onboarding
      ? {
          title: tell("onboarding.title", onboarding.title),
          inputSchema: toToldSchema(onboarding.input, "onboarding.input"),
        }
      : null,
    isLiveReady: isLiveReady(manifest),
    isSandboxOn: env().SANDBOX === "on",
    redirectUri: auth.kind === "oauth2" ? buildRedirectUri(manifest.id) : null,
  };
}
