import { z } from "zod";
import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { newId } from "#lib/ids.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineSessionVerb } from "./account-verb.ts";
import { type Session, sessionCtx } from "./session.ts";
import { endSession, endSessions } from "./sessions.ts";

/** Signs out the browser in hand: its session has ended, wherever its cookie still is. */
export async function signOutHere({ session }: { session: Session }): Promise<void> {
  await endSession({ userId: session.user.id, sessionId: session.id });
}

const signOutInput = z.strictObject({ sessionId: shortText(60) });

/**
 * Signs out one other browser of the same person. One that has ended on its own, or is another person's, is left alone.
 * @throws {AppError} 422 for bad input
 */
export const signOutBrowser = defineSessionVerb({
  input: signOutInput,
  output: z.void(),
  async run({ input: { sessionId }, session }) {
    await endSession({ userId: session.user.id, sessionId });
  },
});

/** Signs out every browser of the person, or all but the one in hand. @returns how many */
export async function signOutEverywhere({
  session,
  keepThis,
}: {
  session: Session;
  keepThis: boolean;
}): Promise<number> {
  return db().transaction(async (tx) => {
    const ended = await endSessions(tx, session.user.id, keepThis ? session.id : undefined);
    const ctx = sessionCtx(session, newId("req"));
    await recordAudit(tx, ctx, {
      action: "sessions.ended",
      targetId: session.user.id,
      detail: { sessions: ended },
    });
    return ended;
  });
}
