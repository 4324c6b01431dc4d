import { redirect } from "next/navigation";
import { integrationHref } from "#components/integrations/integration-state.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { findIntegrationOr404 } from "./find-integration-or-404.ts";

/** A connection by its id alone, as it stands in logs and events: it is shown on the page of its app. */
export default async function IntegrationPage({ params }: { params: Promise<{ id: string }> }) {
  const integration = await findIntegrationOr404(await requireCtx(), (await params).id);
  redirect(integrationHref(integration));
}
