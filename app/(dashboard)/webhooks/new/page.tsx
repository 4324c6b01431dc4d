import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { WebhookEditor } from "#components/webhooks/editor/webhook-editor.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { inboxChoices } from "../inbox-choices.ts";

export const metadata: Metadata = { title: "Create webhook" };

export default async function NewWebhookPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const ctx = await requireCtx();
  if (!isAllowed(ctx, "webhooks:write")) redirect("/webhooks");
  return (
    <>
      <PageHeader
        back={{ href: "/webhooks", label: "Webhooks" }}
        title="Create webhook"
        description="Two things are needed: where to send, and what. The rest is set as most people want it."
      />
      <WebhookEditor inboxes={await inboxChoices(ctx)} suggested={{ url: readParam(params, "url", 2_000) }} />
    </>
  );
}
