import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { InboxAddress } from "#components/test-inboxes/inbox-address.tsx";
import { InboxControls } from "#components/test-inboxes/inbox-controls.tsx";
import { InboxRequests } from "#components/test-inboxes/inbox-requests.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getInbox } from "#lib/test-inboxes/inboxes.ts";
import { listInboxRequests } from "#lib/test-inboxes/list-inbox-requests.ts";
import { testInboxesPages as t } from "#lib/words/en/screens/test-inboxes-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

type InboxPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function TestInboxPage({ params, searchParams }: InboxPageProps) {
  const [ctx, { merchant }, { id }] = await Promise.all([requireCtx(), requireSession(), params]);
  const trail = readTrail(readParam(await searchParams, "cursor", 50_000));
  const inbox = await getInbox({ ctx, input: { id } }).catch(missingIsNotFound);
  const first = await listInboxRequests({ ctx, input: { id, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(`/test-inboxes/${id}`),
  );
  const canChange = isAllowed(ctx, "webhooks:write");
  return (
    <>
      <PageHeader
        title={inbox.name}
        back={{ href: "/test-inboxes", label: t("test_inbox_page_test_inboxes") }}
      />
      <InboxAddress url={inbox.url} canCreateWebhook={canChange} />
      <InboxControls key={`${inbox.behaviour} ${inbox.answerStatus}`} first={inbox} canChange={canChange} />
      <Section
        title={t("test_inbox_page_title")}
        description={t("test_inbox_page_description")}
        className="mt-2"
      >
        <InboxRequests
          key={trail.at(-1)}
          inboxId={inbox.id}
          first={first}
          trail={trail}
          zone={merchant.timeZone}
        />
      </Section>
    </>
  );
}
