import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { WebhookEditor } from "#components/webhooks/editor/webhook-editor.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { getWebhookSummary } from "#lib/webhooks/get-webhook-summary.ts";
import { inboxChoices } from "../../inbox-choices.ts";

export const metadata: Metadata = { title: "Edit webhook" };

export default async function EditWebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "webhooks:write")) redirect(`/webhooks/${id}`);
  const webhook = await getWebhookSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  return (
    <>
      <PageHeader
        back={{ href: `/webhooks/${id}`, label: webhook.description || "Webhook" }}
        title="Edit webhook"
        description="What you save holds from the next attempt on, also for deliveries that wait."
      />
      <WebhookEditor webhook={webhook} inboxes={await inboxChoices(ctx)} />
    </>
  );
}
