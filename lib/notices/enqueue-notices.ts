import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import type { NoticeCode } from "#lib/failures/notice-messages.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";

type NewNotice = {
  merchantId: string;
  /** The integration it is about; the email then leads to its page. */
  integrationId?: string | undefined;
  /** The webhook it is about; the email then leads to it. */
  webhookId?: string | undefined;
  /** What is told; lib/words has its subject and its body. No secrets. */
  said: Message & { code: NoticeCode };
  /** What is said after the body: the sentence of the issue, or of the last attempt. */
  about?: readonly Message[];
  /** When it is sent; left out = at once. */
  dueAt?: Date;
};

/**
 * Plans an email to each owner and admin of the merchant, in the transaction of what it is about. Once that has
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
  const { said, about = [], ...of } = notice;
  const unconfirmed = say("mail_unconfirmed");
  await tx.insert(notices).values(
    people.map(({ email, verifiedAt }) => ({
      ...of,
      ...kept(said),
      further: about.length === 0 ? null : about.map(kept),
      id: newId("not"),
      recipient: email,
      ...(verifiedAt
        ? {}
        : {
            status: "unsent" as const,
            lastErrorCode: unconfirmed.code,
            lastErrorParams: unconfirmed.params,
          }),
    })),
  );
  return people.length;
}
