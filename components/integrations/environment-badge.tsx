import { Badge } from "#components/ui/badge.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

/** Marks what happens in the sandbox only; the real thing needs no mark. */
export function EnvironmentBadge({ environment }: Pick<IntegrationDto, "environment">) {
  return environment === "sandbox" ? <Badge tone="info">Sandbox</Badge> : null;
}
