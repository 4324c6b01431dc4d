import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AttemptLog } from "#components/webhooks/detail/attempt-log.tsx";
import { attemptStatusOptions } from "#components/webhooks/detail/log-filters.tsx";
import { WebhookView } from "#components/webhooks/detail/webhook-view.tsx";
import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { getWebhookSummary } from "#lib/webhooks/get-webhook-summary.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

interface WebhookPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function WebhookPage({ params, searchParams }: WebhookPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const webhook = await getWebhookSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  const zone = session.merchant.timeZone;
  const trail = readTrail(readParam(query, "cursor", 16_000));
  const filters = {
    search: readParam(query, "q"),
    status: attemptStatusOptions().find(({ value }) => value === readParam(query, "status"))?.value,
    eventType: readParam(query, "eventType", 100),
  };
  const first = await listWebhookLogs({ ctx, input: { id, ...filters, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(`/webhooks/${id}`),
  );
  const { search, ...others } = filters;
  return (
    <WebhookView
      webhook={webhook}
      zone={zone}
      canWrite={isAllowed(ctx, "webhooks:write")}
      holdDays={env().HOLD_DAYS}
      newSecret={readParam(query, "created") ? await findSecret(ctx, id) : undefined}
      log={
        <AttemptLog
          key={JSON.stringify([filters, trail.at(-1)])}
          webhookId={id}
          first={first}
          filters={filters}
          params={{ q: search, ...others }}
          trail={trail}
          zone={zone}
        />
      }
    />
  );
}

/** The signing secret, for those who may see it. */
async function findSecret(ctx: Ctx, id: string): Promise<string | undefined> {
  const webhook = await getWebhook({ ctx, input: { id } });
  return "secret" in webhook ? webhook.secret : undefined;
}
