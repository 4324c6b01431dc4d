import type { SandboxRequest } from "../../sandbox-kit/contract.ts";

const accountPath = /^\/v[12]\/(?:core\/)?accounts\/(acct_\w+)/;
const guestPath = /^\/c\/(?:pay|authenticate)\/(acct_\w+)\//;

/**
 * Which account a request is about: the platform's key is the same in all of them, so it is the account's name that
 * leads to one. Whether the key is the platform's is looked at by each address.
 */
export function credentialOf({ url, headers, form, json }: SandboxRequest): string | null {
  if (url.host === "connect.stripe.com") {
    return form.get("code") ?? form.get("refresh_token") ?? form.get("stripe_user_id");
  }
  if (url.host === "checkout.stripe.com") return guestPath.exec(url.pathname)?.[1] ?? null;
  const named = headers["stripe-account"] ?? headers["stripe-context"];
  return named ?? accountPath.exec(url.pathname)?.[1] ?? linkedAccount(json);
}

function linkedAccount(json: unknown): string | null {
  const isNamed = typeof json === "object" && json !== null && "account" in json;
  return isNamed && typeof json.account === "string" ? json.account : null;
}
