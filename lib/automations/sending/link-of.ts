import { env } from "#lib/env.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { Action } from "#lib/providers/contract/action.ts";

/** Where a person looks at what an action made: at the app, or in our sandbox of it. Null where nowhere. */
export function linkOf(
  { link }: Pick<Action, "link">,
  { provider, environment, accountId, settings }: IntegrationRow,
  output: Record<string, unknown>,
): string | null {
  if (!link) return null;
  // The real app knows nothing of what its sandbox holds.
  if (environment === "sandbox") return `${env().APP_URL}/sandboxes/${provider}`;
  return link(output, { accountId, settings });
}
