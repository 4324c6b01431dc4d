import { z } from "zod";
import { say } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { flag, hint, id } from "../kit/lenient.ts";
import { apiRoot, apiVersion } from "./api.ts";
import { accessEnded, refusalOf } from "./errors.ts";
import { failure, unreadable } from "./failures.ts";
import { readTokenAnswer } from "./read-token-answer.ts";
import { tell } from "./words.ts";

const granted = z.looseObject({
  hub_id: id,
  hub_domain: hint,
  scopes: z.array(z.string()).optional().catch(undefined),
});
const answer = z.looseObject({ active: flag });
const refusal = z.looseObject({ error: z.string() });
type Introspection =
  | { active: false }
  | { active: true; hub_id: string; hub_domain?: string | undefined; scopes?: string[] | undefined };

/**
 * What HubSpot says of the access token, with HTTP 200 also where it is no good any more:
 * https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/token-introspect
 */
export async function introspect(call: Call): Promise<Introspection> {
  if (!call.app) {
    const message = tell("installation_has_no_app_any");
    throw failure("unavailable", message);
  }
  const reply = await call.request({
    method: "POST",
    url: `${apiRoot}/oauth/${apiVersion}/token/introspect`,
    form: {
      client_id: call.app.clientId,
      client_secret: call.app.clientSecret,
      token: call.credentials.accessToken ?? "",
      token_type_hint: "access_token",
    },
  });
  if (reply.status === 200) return read(reply.json);
  const refused = refusal.safeParse(readTokenAnswer(reply.json)).data?.error;
  if (refused === "invalid_grant") throw accessEnded("introspection: invalid_grant");
  // It is our app that proves itself here: a refusal of it says nothing of the merchant's access.
  if (refused === "invalid_client" || reply.status === 401) {
    const message = say("app_not_ours", { app: "HubSpot" });
    throw failure("unavailable", message, `introspection: ${refused ?? "HTTP 401"}`);
  }
  throw refusalOf(reply, "account");
}

function read(body: unknown): Introspection {
  const told = answer.safeParse(body);
  if (!told.success) throw unreadable(`introspection: ${z.prettifyError(told.error)}`);
  if (!told.data.active) return { active: false };
  const account = granted.safeParse(body);
  if (!account.success) throw unreadable(`introspection: ${z.prettifyError(account.error)}`);
  return { active: true, ...account.data };
}
