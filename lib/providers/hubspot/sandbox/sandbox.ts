import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { accountRoutes } from "./account.ts";
import { refuse } from "./answers.ts";
import { commands } from "./commands.ts";
import { contactRoutes } from "./contacts.ts";
import { dealRoutes } from "./deals.ts";
import { oauth, readCredential } from "./oauth.ts";
import { propertyRoutes } from "./properties.ts";
import { newAccount } from "./seed.ts";

/**
 * HubSpot as its documentation and its OpenAPI descriptions of 2026-09 describe it
 * (https://github.com/HubSpot/HubSpot-public-api-spec-collection). How often it is called does not count.
 */
export const sandbox = {
  hosts: ["app.hubspot.com", "api.hubapi.com"],
  newAccount,
  readCredential,
  routes: [...oauth, ...accountRoutes, ...contactRoutes, ...dealRoutes, ...propertyRoutes],
  refuse,
  commands,
} satisfies ProviderSandbox;
