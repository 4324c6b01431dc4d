import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { campaignRoutes } from "./campaign-routes.ts";
import { commands } from "./commands.ts";
import { listRoutes } from "./list-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { credentialOf, loginRoutes } from "./oauth.ts";
import { refuse } from "./replies.ts";
import { newAccount } from "./seed.ts";
import { tagRoutes } from "./tag-routes.ts";
import { templateRoutes } from "./template-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** Mailchimp's Marketing API as its documentation describes it: https://mailchimp.com/developer/marketing/api/ */
export const sandbox = {
  hosts: ["login.mailchimp.com", "*.api.mailchimp.com"],
  newAccount,
  credentialOf,
  routes: [
    ...loginRoutes,
    ...listRoutes,
    ...memberRoutes,
    ...tagRoutes,
    ...templateRoutes,
    ...campaignRoutes,
    ...webhookRoutes,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;
