import { Inbox } from "lucide-react";
import { notFound } from "next/navigation";
import { CreateInboxButton } from "#components/test-inboxes/create-inbox-button.tsx";
import { InboxList } from "#components/test-inboxes/inbox-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { listInboxes } from "#lib/test-inboxes/inboxes.ts";
import { testInboxesPages as t } from "#lib/words/en/screens/test-inboxes-pages.ts";

export const generateMetadata = titled(() => ({ title: t("test_inboxes_title") }));

export default async function TestInboxesPage() {
  if (env().SANDBOX !== "on") notFound();
  const [ctx, { merchant }] = await Promise.all([requireCtx(), requireSession()]);
  const { data: inboxes } = await listInboxes({ ctx });
  const create = isAllowed(ctx, "webhooks:write") && <CreateInboxButton />;
  return (
    <>
      <PageHeader
        title={t("test_inboxes_page_title")}
        description={t("test_inboxes_page_description")}
        actions={inboxes.length > 0 && create}
      />
      {inboxes.length > 0 ? (
        <InboxList inboxes={inboxes} zone={merchant.timeZone} />
      ) : (
        <Card>
          <EmptyState
            icon={<Inbox aria-hidden />}
            title={t("test_inboxes_page_no_test_inbox_yet")}
            description={t("test_inboxes_page_inbox_stands_app_point")}
            action={create}
          />
        </Card>
      )}
    </>
  );
}
