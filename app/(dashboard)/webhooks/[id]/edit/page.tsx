import { redirect } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { WebhookEditor } from "#components/webhooks/editor/webhook-editor.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getWebhookSummary } from "#lib/webhooks/get-webhook-summary.ts";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";
import { inboxChoices } from "../../inbox-choices.ts";

export const generateMetadata = titled(() => ({ title: t("edit_title") }));

export default async function EditWebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "webhooks:write")) redirect(`/webhooks/${id}`);
  const webhook = await getWebhookSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  return (
    <>
      <PageHeader
        back={{ href: `/webhooks/${id}`, label: webhook.description || t("edit_webhook_page_webhook") }}
        title={t("edit_webhook_page_title")}
        description={t("edit_webhook_page_description")}
      />
      <WebhookEditor webhook={webhook} inboxes={await inboxChoices(ctx)} />
    </>
  );
}
