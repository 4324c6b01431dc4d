import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";

const longestSubject = 200;
const notConfirmed = "This address is not confirmed. Confirm it in Settings to get emails.";

type NewNotice = {
  merchantId: string;
  /** The integration it is about; the e-mail then leads to its page. */
  integrationId?: string | undefined;
  /** The webhook it is about; the e-mail then leads to it. */
  webhookId?: string | undefined;
  /** One line. */
  subject: string;
  /** Plain text; paragraphs are parted by an empty line. No secrets. */
  body: string;
};

/**
 * Plans an e-mail to each owner and admin of the merchant, in the transaction of what it is about. Once that has
 * committed, `wakeNotices` sends at once; otherwise the next minute does. To an address that nobody has confirmed
 * nothing is sent: it may be a stranger's. The notice is shown in the app all the same.
 * @returns to how many
 */
export async function enqueueNotices(tx: Tx, notice: NewNotice): Promise<number> {
  const people = await tx
    .select({ email: users.email, verifiedAt: users.emailVerifiedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.merchantId, notice.merchantId), inArray(memberships.role, ["owner", "admin"])));
  if (people.length === 0) return 0;
  const subject = notice.subject.replace(/\s+/g, " ").trim().slice(0, longestSubject);
  await tx.insert(notices).values(
    people.map(({ email, verifiedAt }) => ({
      ...notice,
      subject,
      id: newId("not"),
      recipient: email,
      ...(verifiedAt ? {} : { status: "unsent" as const, lastError: notConfirmed }),
    })),
  );
  return people.length;
}
