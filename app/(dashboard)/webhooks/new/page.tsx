import { redirect } from "next/navigation";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { WebhookEditor } from "#components/webhooks/editor/webhook-editor.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";
import { inboxChoices } from "../inbox-choices.ts";

export const generateMetadata = titled(() => ({ title: t("new_title") }));

export default async function NewWebhookPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "webhooks:write")) redirect("/webhooks");
  return (
    <>
      <PageHeader
        back={{ href: "/webhooks", label: t("new_webhook_page_webhooks") }}
        title={t("new_webhook_page_title")}
        description={t("new_webhook_page_description")}
      />
      <WebhookEditor inboxes={await inboxChoices(ctx)} suggested={{ url: readParam(params, "url", 2_000) }} />
    </>
  );
}
