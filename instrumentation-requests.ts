import { forgetForwardedFor } from "#lib/auth/forget-forwarded-for.ts";
import { isServedByHttps } from "#lib/auth/own-cookie.ts";
import { env } from "#lib/env.ts";
import { demandHttps } from "#lib/transport/strict-transport.ts";

/** Sets what holds for every request of this server, before the first one comes. */
export function prepareRequests(): void {
  if (env().TRUSTED_PROXIES === 0) forgetForwardedFor();
  if (isServedByHttps()) demandHttps();
}
