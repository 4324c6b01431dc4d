import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { merchants, users } from "#db/schema/tenancy.ts";
import { env } from "#lib/env.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import type { Locale } from "#lib/words/locale.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";

/** Longer than a mail server can take for one mail. */
const leaseMs = 5 * 60_000;

const due = {
  table: notices,
  id: notices.id,
  dueAt: notices.dueAt,
  isWaiting: sql`${notices.status} = 'waiting'`,
};

/** When the next notice is to be sent; null = none waits. */
export function findNextNotice(): Promise<Date | null> {
  return findNextDue(due);
}

export type ClaimedNotice = {
  noticeId: string;
  recipient: string;
  code: string;
  params: Params;
  further: readonly Message[] | null;
  /** In which language its reader reads. */
  locale: Locale;
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
  const claimed = await claimDue({
    ...due,
    lease: { attempts: sql`${notices.attempts} + 1`, dueAt: fromNow(leaseMs) },
  });
  if (!claimed) return null;
  const [about] = await db()
    .select({
      merchantName: merchants.name,
      provider: integrations.provider,
      own: users.locale,
      ofMerchant: merchants.locale,
    })
    .from(merchants)
    .leftJoin(integrations, eq(integrations.id, claimed.integrationId ?? ""))
    .leftJoin(users, eq(users.email, claimed.recipient))
    .where(eq(merchants.id, claimed.merchantId));
  return {
    noticeId: claimed.id,
    recipient: claimed.recipient,
    code: claimed.code,
    params: claimed.params,
    further: claimed.further,
    locale: await chooseLocale(about?.own, about?.ofMerchant),
    attempts: claimed.attempts,
    merchantName: about?.merchantName ?? "",
    link: `${env().APP_URL}${buildPath(claimed, about?.provider ?? null)}`,
  };
}

type Claimed = Pick<typeof notices.$inferSelect, "webhookId" | "params">;

function buildPath({ webhookId, params }: Claimed, provider: string | null): string {
  if (webhookId !== null) return `/webhooks/${webhookId}`;
  if (typeof params.runId === "string") return `/deliveries/${params.runId}`;
  if (typeof params.automationId === "string") return `/automations/${params.automationId}`;
  return provider === null ? "/notices" : `/marketplace/${provider}`;
}
