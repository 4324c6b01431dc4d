import { inngest } from "#inngest/client.ts";
import { refreshDueCredentials } from "#lib/integrations/credentials/refresh-due.ts";

/** Each minute: renews access that ends soon, ahead of time. */
export function refreshCredentialsFunction() {
  return inngest().createFunction(
    { id: "refresh-credentials", name: "Refresh credentials", triggers: [{ cron: "* * * * *" }], retries: 0 },
    () => refreshDueCredentials(),
  );
}
