import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { failure } from "../kit/failures.ts";
import { hint, id } from "../kit/lenient.ts";
import { loginHost } from "./auth.ts";
import { api, dataCentre } from "./client.ts";
import { toProviderError, unreadable } from "./errors.ts";
import { tell } from "./words.ts";

/** What it says with HTTP 200 of a token that is none, or none any more. */
const refused = z.looseObject({ error: z.string() });
const metadata = z.looseObject({ dc: dataCentre, api_endpoint: z.url() });
const root = z.looseObject({ account_id: id, account_name: hint });

/**
 * Whose account the token opens, and where it lives, since every other call goes to that data centre:
 * https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/. The metadata alone does not tell whether
 * the account still works; https://mailchimp.com/developer/marketing/api/root/ does.
 */
export async function identify(call: Call): Promise<Account> {
  const dc = await findDataCentre(call);
  const account = await api.ask(
    { ...call, settings: { ...call.settings, dc } },
    { method: "GET", path: "/", what: "account", query: { fields: "account_id,account_name" } },
    root,
  );
  return { id: account.account_id, label: account.account_name || "Mailchimp", settings: { dc } };
}

async function findDataCentre(call: Call): Promise<string> {
  const reply = await call.request({ method: "GET", url: `https://${loginHost}/oauth2/metadata` });
  if (reply.status !== 200) throw toProviderError(reply, "account");
  const refusal = refused.safeParse(reply.json).data;
  if (refusal) {
    const message = tell("no_longer_accepts_connection_2");
    throw failure("auth", message, `metadata: ${refusal.error}`);
  }
  const read = metadata.safeParse(reply.json);
  if (!read.success) throw unreadable(`metadata: ${z.prettifyError(read.error)}`);
  const { dc, api_endpoint: endpoint } = read.data;
  // The token goes to this host from now on.
  if (new URL(endpoint).origin !== `https://${dc}.api.mailchimp.com`) {
    throw unreadable(`metadata: ${endpoint} is not the API of ${dc}`);
  }
  return dc;
}
