import { readBearer } from "../../sandbox-kit/api.ts";
import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { commands } from "./commands.ts";
import { routes } from "./notes.ts";
import { newAccount } from "./seed.ts";

/**
 * Acme Notes as its documentation describes it. It shares no code with the client: a mistake made in both would be found
 * by no test.
 */
export const sandbox = {
  hosts: ["api.acme-notes.example"],
  newAccount,
  keys: ({ derive }) => {
    const apiKey = `key_${derive("api key").slice(0, 32)}`;
    return [{ fields: { apiKey }, token: apiKey, scopes: ["lists.read", "notes.write"] }];
  },
  readCredential: readBearer,
  routes,
  refuse,
  commands,
} satisfies ProviderSandbox;
