import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { integrationHref } from "#components/integrations/integration-state.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";

/** A connection by its id alone, as it stands in logs and events: it is shown on the page of its app. */
export default async function IntegrationPage({ params }: { params: Promise<{ id: string }> }) {
  const integration = await getIntegration({
    ctx: await requireCtx(),
    input: { id: (await params).id },
  }).catch(missingIsNotFound);
  redirect(integrationHref(integration));
}
