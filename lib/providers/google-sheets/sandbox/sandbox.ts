import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { batchUpdateRoute } from "./batch-update.ts";
import { commands } from "./commands.ts";
import { aboutRoute, createRoute, listRoute } from "./drive.ts";
import { tokenRoutes } from "./oauth.ts";
import { batchGetValuesRoute, getRoute, getValuesRoute } from "./read-values.ts";
import { giveAgain } from "./scopes.ts";
import { newAccount } from "./seed.ts";
import { appendValuesRoute, updateValuesRoute } from "./write-values.ts";

export const sandbox = {
  hosts: ["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com", "sheets.googleapis.com"],
  newAccount,
  readCredential: ({ headers, form, url }) =>
    /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ??
    form.get("code") ??
    form.get("refresh_token") ??
    url.searchParams.get("access_token"),
  routes: [
    ...tokenRoutes,
    aboutRoute,
    listRoute,
    createRoute,
    getRoute,
    batchGetValuesRoute,
    getValuesRoute,
    updateValuesRoute,
    appendValuesRoute,
    batchUpdateRoute,
  ],
  refuse,
  afterConsent: async ({ url, grant, context }) => {
    await giveAgain(context.store);
    const address = new URL(url);
    address.searchParams.set("scope", grant.scopes.join(" "));
    address.searchParams.set("authuser", "0");
    address.searchParams.set("prompt", "consent");
    return address;
  },
  commands,
} satisfies ProviderSandbox;
