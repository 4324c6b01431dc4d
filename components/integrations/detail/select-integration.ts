import type { IntegrationDto } from "#lib/integrations/schema.ts";

/**
 * The connection that an app's page shows: the one in its address, else what needs attention, else what works. One
 * that has ended is shown only where the address names it.
 */
export function selectIntegration(
  integrations: readonly IntegrationDto[],
  wantedId: string | undefined,
): IntegrationDto | undefined {
  return (
    integrations.find(({ id }) => id === wantedId) ??
    integrations.find(({ status }) => status === "needs_attention") ??
    integrations.find(({ status }) => status === "connected")
  );
}
