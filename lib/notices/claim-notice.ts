import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { env } from "#lib/env.ts";

/** Longer than a mail server can take for one mail. */
const leaseSeconds = 5 * 60;

export type ClaimedNotice = {
  noticeId: string;
  recipient: string;
  subject: string;
  body: string;
  /** This try counted. */
  attempts: number;
  merchantName: string;
  link: string;
};

/**
 * Leases the notice that has been due for longest, and counts the try; null = none is due. A claim moves the due time
 * past the end of the lease, so that a notice whose sender died is due again.
 */
export async function claimNotice(): Promise<ClaimedNotice | null> {
  const [claimed] = await db()
    .update(notices)
    .set({
      attempts: sql`${notices.attempts} + 1`,
      dueAt: sql`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where(
      sql`${notices.id} = (SELECT due.id FROM ${notices} AS due
        WHERE due.status = 'waiting' AND due.due_at <= now()
        ORDER BY due.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    )
    .returning();
  if (!claimed) return null;
  const [about] = await db()
    .select({ merchantName: merchants.name, provider: integrations.provider })
    .from(merchants)
    .leftJoin(integrations, eq(integrations.id, claimed.integrationId ?? ""))
    .where(eq(merchants.id, claimed.merchantId));
  return {
    noticeId: claimed.id,
    recipient: claimed.recipient,
    subject: claimed.subject,
    body: claimed.body,
    attempts: claimed.attempts,
    merchantName: about?.merchantName ?? "your shop",
    link: `${env().APP_URL}${pathOf(claimed.webhookId, about?.provider ?? null)}`,
  };
}

function pathOf(webhookId: string | null, provider: string | null): string {
  if (webhookId !== null) return `/webhooks/${webhookId}`;
  return provider === null ? "/notices" : `/marketplace/${provider}`;
}
