import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./api/refuse.ts";
import { giveAgain } from "./api/scopes.ts";
import { commands } from "./commands.ts";
import { aboutRoute } from "./drive/about.ts";
import { createRoute } from "./drive/create.ts";
import { listRoute } from "./drive/list.ts";
import { tokenRoutes } from "./oauth.ts";
import { newAccount } from "./seed.ts";
import { appendValuesRoute } from "./sheets/append-values.ts";
import { batchUpdateRoute } from "./sheets/batch-update.ts";
import { getRoute } from "./sheets/get.ts";
import { batchGetValuesRoute, getValuesRoute } from "./sheets/read-values.ts";
import { updateValuesRoute } from "./sheets/update-values.ts";

export const sandbox = {
  hosts: ["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com", "sheets.googleapis.com"],
  newAccount,
  credentialOf: ({ headers, form, url }) =>
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
  afterConsent: async ({ url, grant, desk }) => {
    await giveAgain(desk.store);
    const address = new URL(url);
    address.searchParams.set("scope", grant.scopes.join(" "));
    address.searchParams.set("authuser", "0");
    address.searchParams.set("prompt", "consent");
    return address;
  },
  commands,
} satisfies ProviderSandbox;
