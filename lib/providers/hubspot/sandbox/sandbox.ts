import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { accountDetails } from "./account-details.ts";
import { refuse } from "./answers.ts";
import { consentRoutes } from "./authorization.ts";
import { commands } from "./commands.ts";
import { contactRoutes } from "./contacts.ts";
import { credentialOf } from "./credential-of.ts";
import { dealRoutes } from "./deals.ts";
import { pipelineRoute } from "./pipelines.ts";
import { propertyRoutes } from "./properties.ts";
import { newAccount } from "./seed.ts";
import { tokenRoutes } from "./tokens.ts";

/**
 * HubSpot as its documentation and its OpenAPI descriptions of 2026-09 describe it
 * (https://github.com/HubSpot/HubSpot-public-api-spec-collection). How often it is called does not count.
 */
export const sandbox = {
  hosts: ["app.hubspot.com", "api.hubapi.com"],
  newAccount,
  credentialOf,
  routes: [
    ...consentRoutes,
    ...tokenRoutes,
    accountDetails,
    ...contactRoutes,
    ...dealRoutes,
    ...propertyRoutes,
    pipelineRoute,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;
