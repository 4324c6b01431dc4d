import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateInboxButton } from "#components/test-inboxes/create-inbox-button.tsx";
import { InboxList } from "#components/test-inboxes/inbox-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { env } from "#lib/env.ts";
import { listInboxes } from "#lib/test-inboxes/inboxes.ts";

export const metadata: Metadata = { title: "Test inboxes" };

export default async function TestInboxesPage() {
  if (env().SANDBOX !== "on") notFound();
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const { data: inboxes } = await listInboxes({ ctx });
  const create = isAllowed(ctx, "webhooks:write") && <CreateInboxButton />;
  return (
    <>
      <PageHeader
        title="Test inboxes"
        description="Endpoints of your own to try things out: they record what arrives, check its signature, and fail when you tell them to."
        actions={inboxes.length > 0 && create}
      />
      {inboxes.length > 0 ? (
        <InboxList inboxes={inboxes} zone={merchant.timeZone} />
      ) : (
        <Card>
          <EmptyState
            icon={<Inbox aria-hidden />}
            title="No test inbox yet"
            description="An inbox stands in for an app. Point a webhook at it, and see what your app would receive."
            action={create}
          />
        </Card>
      )}
    </>
  );
}
