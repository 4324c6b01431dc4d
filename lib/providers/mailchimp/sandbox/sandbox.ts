import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { campaignRoutes } from "./campaigns.ts";
import { commands } from "./commands.ts";
import { listRoutes } from "./lists.ts";
import { memberRoutes } from "./members.ts";
import { credentialOf, loginRoutes } from "./oauth.ts";
import { newAccount } from "./seed.ts";
import { tagRoutes } from "./tags.ts";
import { templateRoutes } from "./templates.ts";
import { webhookRoutes } from "./webhooks.ts";

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
