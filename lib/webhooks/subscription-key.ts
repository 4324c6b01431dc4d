import { createHash } from "node:crypto";

/** What an app's subscription is told apart by: a merchant has one for an address and its events. */
export function subscriptionKey(url: string, eventTypes: readonly string[]): string {
  return createHash("md5")
    .update(`${url}\n${eventTypes.join(",")}`)
    .digest("hex");
}
