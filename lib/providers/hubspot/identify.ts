import type { Account, Call } from "../contract/call.ts";
import { introspect } from "./client.ts";
import { accessEnded } from "./errors.ts";

/** Whose account the token opens, and what was granted; asked without touching the account's contents. */
export async function identify(call: Call): Promise<Account> {
  const told = await introspect(call);
  if (!told.active) throw accessEnded("introspection: active is false");
  const { hub_id: id } = told;
  return {
    id,
    label: told.hub_domain || `HubSpot ${id}`,
    ...(told.scopes ? { grantedScopes: told.scopes } : {}),
  };
}
