import type { Scope } from "../contract/auth.ts";

/**
 * Salesforce has no finer ones for records: what the connection may do beyond this is decided by the permissions of
 * the person who connects. https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm
 */
export const scopes = [
  {
    id: "api",
    title: "See and change in Salesforce what you may see and change",
    reason:
      "To add leads, opportunities and other records, to look whether they are there already, and to list your stages and fields.",
  },
  {
    id: "refresh_token",
    title: "Stay connected while you are not signed in",
    reason: "So that an order at night reaches Salesforce too.",
  },
] as const satisfies readonly Scope[];
