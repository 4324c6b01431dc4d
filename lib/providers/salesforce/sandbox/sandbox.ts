import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { restRoute } from "./api.ts";
import { commands } from "./commands.ts";
import { consentRoutes, credentialOf, revokeRoute } from "./oauth.ts";
import { newAccount } from "./seed.ts";

/** Salesforce's OAuth, and of its REST API v67.0 what is needed for records, queries and descriptions. */
export const sandbox = {
  hosts: ["login.salesforce.com", "test.salesforce.com", "*.my.salesforce.com"],
  newAccount,
  credentialOf,
  routes: [...consentRoutes, revokeRoute, restRoute],
  refuse,
  commands,
} satisfies ProviderSandbox;
