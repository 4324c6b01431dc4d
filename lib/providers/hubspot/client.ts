import { z } from "zod";
import { say } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { failure } from "../kit/failures.ts";
import { flag, hint, id } from "../kit/lenient.ts";
import { type AppRequest, createRestClient } from "../kit/rest-client.ts";
import { apiRoot, apiVersion, readTokenAnswer } from "./auth.ts";
import { accessEnded, isUnclearUnauthorised, toProviderError, unclearRefusal, unreadable } from "./errors.ts";
import { tell } from "./words.ts";

export type HubSpotRequest = AppRequest & {
  /** What it is about, for the words of a refusal: "contact". */
  what: string;
};

/**
 * HubSpot's API: https://developers.hubspot.com/docs/api-reference/latest/overview. A 401 that does not say what it is
 * about has HubSpot asked about the token. Not by the official SDK's generic request: 14.0.1 gives it to the global
 * `fetch`, without a time limit and following redirects, and its retries are a setting of the whole process.
 */
export const api = createRestClient<HubSpotRequest>({
  app: "HubSpot",
  root: apiRoot,
  toProviderError: (reply, { what }) => toProviderError(reply, what),
  readReply: async (reply, { method, path }, call) => {
    if (!isUnclearUnauthorised(reply)) return reply;
    const { active } = await introspect(call);
    const detail = `${method} ${path}: HTTP 401, and introspection says active: ${active}`;
    throw active ? unclearRefusal(detail) : accessEnded(detail);
  },
});

/** @param objectId or the value of a unique property, with its name as the query's `idProperty` */
export function objectPath(objectType: "contacts" | "deals", objectId?: string): string {
  const path = `/crm/objects/${apiVersion}/${objectType}`;
  return objectId === undefined ? path : `${path}/${encodeURIComponent(objectId)}`;
}

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
  if (!call.app) throw failure("unavailable", tell("installation_has_no_app_any"));
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
  if (reply.status === 200) return readIntrospection(reply.json);
  const refused = refusal.safeParse(readTokenAnswer(reply.json)).data?.error;
  if (refused === "invalid_grant") throw accessEnded("introspection: invalid_grant");
  // It is our app that proves itself here: a refusal of it says nothing of the merchant's access.
  if (refused === "invalid_client" || reply.status === 401) {
    const message = say("app_not_ours", { app: "HubSpot" });
    throw failure("unavailable", message, `introspection: ${refused ?? "HTTP 401"}`);
  }
  throw toProviderError(reply, "account");
}

function readIntrospection(body: unknown): Introspection {
  const told = answer.safeParse(body);
  if (!told.success) throw unreadable(`introspection: ${z.prettifyError(told.error)}`);
  if (!told.data.active) return { active: false };
  const account = granted.safeParse(body);
  if (!account.success) throw unreadable(`introspection: ${z.prettifyError(account.error)}`);
  return { active: true, ...account.data };
}
