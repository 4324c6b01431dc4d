import type { Call } from "../../contract/call.ts";
import { accountIdOf } from "../client.ts";

/** Where the merchant sees the account with their own eyes. https://docs.stripe.com/dashboard */
export function dashboardOf(call: Call): string {
  const world = call.settings.mode === "live" ? "" : "/test";
  return `https://dashboard.stripe.com/${accountIdOf(call)}${world}`;
}
