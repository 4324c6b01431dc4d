import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { users } from "#db/schema/tenancy.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { number } from "#lib/providers/kit/lenient.ts";

/** So many are counted at most. */
const maxUnreadCounted = 100;

/** How many notices to the person who asks are unread, at most `maxUnreadCounted`. */
export const countUnreadNotices = defineVerb({
  permission: "read",
  input: noInput,
  output: number,
  async run({ ctx }) {
    const rows = await db()
      .select({ id: notices.id })
      .from(notices)
      .where(isUnread(ctx))
      .limit(maxUnreadCounted);
    return rows.length;
  },
});

/**
 * Marks every notice to the person who asks as read.
 * @returns how many were unread
 * @throws {AppError} 409 for a key, which is no person
 */
export const markNoticesRead = defineVerb({
  permission: "read",
  input: noInput,
  output: z.object({ read: z.int() }),
  async run({ ctx }) {
    if (ctx.actor.kind !== "user") throw conflict("no_person", say("problem_only_person_reads"));
    const rows = await db()
      .update(notices)
      .set({ readAt: new Date() })
      .where(isUnread(ctx))
      .returning({ id: notices.id });
    return { read: rows.length };
  },
});

/** Notices of the merchant that the person who asks has not read; for a key, that their recipients have not. */
export function isUnread({ merchantId, actor }: Ctx): SQL | undefined {
  const isUnreadHere = and(eq(notices.merchantId, merchantId), isNull(notices.readAt));
  if (actor.kind !== "user") return isUnreadHere;
  // A notice is a person's by its address.
  const own = db().select({ email: users.email }).from(users).where(eq(users.id, actor.id));
  return and(isUnreadHere, inArray(notices.recipient, own));
}
