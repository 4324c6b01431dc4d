import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { shortKey } from "../kit/once.ts";
import { isTest } from "./auth.ts";
import { api } from "./client.ts";

const userinfo = z.looseObject({
  user_id: z.string().min(1),
  /** Only of tokens with the scope https://uri.paypal.com/services/paypalattributes. */
  payer_id: z.string().min(1).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
});

/**
 * The account that an app's payments go to. An app that may not ask for it, or for which there is nothing to tell, is
 * known by its client ID.
 * https://developer.paypal.com/docs/api/identity/v1/#userinfo_get
 */
export async function identify(call: Call): Promise<Account> {
  const path = "/v1/identity/openidconnect/userinfo";
  const request = { method: "GET", path, query: { schema: "openid" } } as const;
  const reply = await api.send(call, request);
  const suffix = isTest(call.settings) ? " (PayPal sandbox)" : "";
  if (reply.status === 403 || reply.status === 404) {
    const id = toAppId(call.credentials.clientId ?? "");
    return { id, label: `PayPal app ${id.slice(4, 10)}${suffix}` };
  }
  const { user_id, payer_id, name, email } = await api.read(call, request, reply, userinfo);
  const id = payer_id ?? user_id;
  return { id, label: `${name || email || id}${suffix}` };
}

/** The client ID is kept as a secret, so it is not shown. */
function toAppId(clientId: string): string {
  return `app:${shortKey(clientId, 20)}`;
}
