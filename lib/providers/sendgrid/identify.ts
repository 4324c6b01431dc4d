import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { hint, id, list, text } from "../kit/lenient.ts";
import { orUndefined } from "../kit/or-undefined.ts";
import { api } from "./client.ts";

const scopesAnswer = z.looseObject({ scopes: list.pipe(z.array(text)) });
const usernameAnswer = z.looseObject({ user_id: id, username: hint });
const profileAnswer = z.looseObject({ company: hint });

/**
 * What a key may do is what it says of itself; a key with few rights may not even read whose account it opens. Then the
 * key's own public part, the one between the dots, stands for the account.
 * https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access
 */
export async function identify(call: Call): Promise<Account> {
  const { scopes } = await api.ask(call, { method: "GET", path: "/scopes", needs: null }, scopesAnswer);
  const may = (scope: string) => scopes.includes(scope);
  const company = may("user.profile.read") ? await readCompany(call) : "";
  const { fromName, fromEmail } = call.settings;
  if (may("user.username.read")) {
    const { user_id, username } = await readUsername(call);
    return {
      id: user_id,
      label: company || fromName || username || `SendGrid ${user_id}`,
      grantedScopes: scopes,
    };
  }
  const keyId = getPublicPart(call.credentials.apiKey ?? "");
  const label = company || fromName || fromEmail || `SendGrid key ${keyId.slice(0, 6)}…`;
  return { id: `key:${keyId}`, label, grantedScopes: scopes };
}

/** https://www.twilio.com/docs/sendgrid/api-reference/users-api/retrieve-your-username */
function readUsername(call: Call) {
  return api.ask(call, { method: "GET", path: "/user/username", needs: null }, usernameAnswer);
}

/** https://www.twilio.com/docs/sendgrid/api-reference/users-api/get-a-users-profile */
async function readCompany(call: Call): Promise<string> {
  const request = { method: "GET", path: "/user/profile", needs: null } as const;
  return (await orUndefined(api.ask(call, request, profileAnswer)))?.company?.trim() ?? "";
}

/** `SG.<id>.<secret>`: the id is the one under which SendGrid lists the key. */
function getPublicPart(apiKey: string): string {
  return apiKey.split(".")[1] ?? "";
}
