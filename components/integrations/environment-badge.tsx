import { Badge } from "#components/ui/badge.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrations as t } from "#lib/words/en/screens/integrations.ts";

/** Marks what happens in the sandbox only; the real thing needs no mark. */
export function EnvironmentBadge({ environment }: Pick<IntegrationDto, "environment">) {
  return environment === "sandbox" ? <Badge tone="info">{t("environment_badge_sandbox")}</Badge> : null;
}
