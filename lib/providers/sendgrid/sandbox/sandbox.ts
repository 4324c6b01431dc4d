import { bearerOf } from "../../sandbox-kit/api.ts";
import type { ProviderSandbox, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { accountRoutes, templateRoutes } from "./account.ts";
import { refuse } from "./answers.ts";
import { commands } from "./commands.ts";
import { logRoutes } from "./logs.ts";
import { mailRoutes } from "./mail.ts";
import { seedAccount } from "./seed.ts";
import { webhookRoutes } from "./webhooks.ts";

/** What SendGrid gives every key by itself. */
const always = ["sender_verification_eligible", "2fa_required"];
const settings = "user.webhooks.event.settings";
const fullAccess = [
  "mail.send",
  "messages.read",
  "templates.read",
  "templates.create",
  "user.profile.read",
  "user.username.read",
  ...["create", "delete", "read", "update"].map((verb) => `${settings}.${verb}`),
  ...always,
];
const mailSendOnly = ["mail.send", ...always];

/** SendGrid's Web API, in both regions. https://www.twilio.com/docs/sendgrid/api-reference */
export const sandbox = {
  hosts: ["api.sendgrid.com", "api.eu.sendgrid.com"],
  newAccount: seedAccount,
  keys: ({ account, derive }) =>
    (
      [
        ["global", "full", fullAccess],
        ["global", "mail send", mailSendOnly],
        ["eu", "full", fullAccess],
      ] as const
    ).map(([region, rights, scopes]) => {
      const label = `${region} ${rights}`;
      const apiKey = `SG.${derive(`id ${label}`).slice(0, 22)}.${derive(`secret ${label}`).slice(0, 43)}`;
      const fromEmail = `orders@${account.externalId}.example`;
      const fields = { apiKey, region, fromEmail, fromName: account.label };
      return { fields, token: tokenOf(region, apiKey), scopes };
    }),
  credentialOf: (request: SandboxRequest) => {
    const apiKey = bearerOf(request);
    return apiKey ? tokenOf(request.url.host === "api.eu.sendgrid.com" ? "eu" : "global", apiKey) : null;
  },
  routes: [...accountRoutes, ...mailRoutes, ...logRoutes, ...templateRoutes, ...webhookRoutes],
  refuse,
  commands,
} satisfies ProviderSandbox;

/** A key is good in its own region alone. */
function tokenOf(region: "global" | "eu", apiKey: string): string {
  return `${region}:${apiKey}`;
}
