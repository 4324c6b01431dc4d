import { eq, sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { memberships, sessions, users } from "#db/schema/tenancy.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { changePassword } from "./change-password.ts";
import { listSessions } from "./list-sessions.ts";
import { hashPassword } from "./password.ts";
import { findSessionByToken, type Session } from "./session.ts";
import { decodeSessionToken, encodeSessionToken } from "./session-token.ts";
import { createSession, sessionSeconds } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { signOutBrowser, signOutEverywhere, signOutHere } from "./sign-out.ts";
import { findStartedSession, openTestAccount, signInAgain, testPassword } from "./testing/account.ts";
import { newVisitor } from "./testing/visitor.ts";

const newPassword = "quite another phrase";

async function liveSession(started: Parameters<typeof findStartedSession>[0]): Promise<Session> {
  const session = await findStartedSession(started);
  if (!session) throw new Error("The session has ended.");
  return session;
}

const change = (session: Session, currentPassword = testPassword) =>
  changePassword({ session, input: { currentPassword, password: newPassword } });

test("signing out ends the session of that browser and no other, and its cookie opens nothing any more", async () => {
  const first = await openTestAccount();
  const second = await signInAgain(first);
  const cookie = await encodeSessionToken({ sub: first.userId, sid: first.sessionId });
  expect(await findSessionByToken(cookie)).toMatchObject({ user: { id: first.userId }, role: "owner" });
  await signOutHere({ session: await liveSession(first) });
  expect(await findSessionByToken(cookie)).toBeNull();
  expect(await findStartedSession(second)).not.toBeNull();
});

test("signing out everywhere ends every session of the person, and nobody else's", async () => {
  const first = await openTestAccount();
  const second = await signInAgain(first);
  const stranger = await openTestAccount();
  await signOutEverywhere({ session: await liveSession(second), keepThis: false });
  expect(await Promise.all([first, second].map(findStartedSession))).toEqual([null, null]);
  expect(await findStartedSession(stranger)).not.toBeNull();
});

test("one browser is signed out from another one of the same person, and from no stranger's", async () => {
  const here = await openTestAccount();
  const there = await signInAgain(here);
  const stranger = await openTestAccount();
  const input = { sessionId: there.sessionId };
  await signOutBrowser({ session: await liveSession(stranger), input });
  expect(await findStartedSession(there)).not.toBeNull();
  await signOutBrowser({ session: await liveSession(here), input });
  expect(await findStartedSession(there)).toBeNull();
  expect(await findStartedSession(here)).not.toBeNull();
});

test("a changed password ends every other session, works from then on, and the old one does not", async () => {
  const here = await openTestAccount();
  const thief = await signInAgain(here);
  await change(await liveSession(here));
  expect(await findStartedSession(thief)).toBeNull();
  expect(await findStartedSession(here)).not.toBeNull();
  await expect(signInAgain(here)).rejects.toMatchObject({ status: 401 });
  expect(await findStartedSession(await signInAgain(here, newPassword))).not.toBeNull();
});

test("who found a signed-in browser cannot change its password without knowing it, nor find it out", async () => {
  const here = await openTestAccount();
  const other = await signInAgain(here);
  const session = await liveSession(here);
  const wrong = change(session, "not my password");
  await expect(wrong).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "currentPassword" }] });
  expect(await findStartedSession(other)).not.toBeNull();
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => change(session, "a wrong guess")));
  const statuses = tries.map((tried) => (tried.status === "rejected" ? tried.reason.status : 200));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(3);
  expect(statuses).not.toContain(200);
});

test("a weak new password, or one made of the own address, is refused beside its field", async () => {
  const here = await openTestAccount();
  const session = await liveSession(here);
  for (const password of ["short", "1234567890", here.email]) {
    const refused = changePassword({ session, input: { currentPassword: testPassword, password } });
    await expect(refused).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "password" }] });
  }
});

test("a sign-in with the old password that was under way as it changed begins no session", async () => {
  const here = await openTestAccount();
  const passwordHash = await hashPassword(newPassword);
  const isHeldUp = sql<boolean>`EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')`;
  const settled = await db().transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, here.userId)).for("update");
    const input = { email: here.email, password: testPassword };
    const signingIn = signIn({ input, visitor: newVisitor() }).then(
      () => "signed in",
      (error: { status: number }) => error.status,
    );
    // The old password was found right by now, and the session waits for the change to end.
    await vi.waitFor(async () => {
      const [row] = await db().execute<{ held: boolean }>(sql`SELECT ${isHeldUp} AS held`);
      expect(row?.held).toBe(true);
    }, 20_000);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, here.userId));
    return { signingIn };
  });
  expect(await settled.signingIn).toBe(401);
});

test("a session ends on its own: after a time however much it is used, and when it is not used", async () => {
  for (const change of [
    { expiresAt: new Date(Date.now() - 1_000) },
    { lastSeenAt: new Date(Date.now() - 15 * 24 * 60 * 60_000) },
  ]) {
    const started = await openTestAccount();
    expect(await findStartedSession(started)).not.toBeNull();
    await db().update(sessions).set(change).where(eq(sessions.id, started.sessionId));
    expect(await findStartedSession(started)).toBeNull();
  }
});

test("use keeps a session from ending unused, and moves its end by nothing", async () => {
  const started = await openTestAccount();
  const own = eq(sessions.id, started.sessionId);
  await db()
    .update(sessions)
    .set({ lastSeenAt: new Date(Date.now() - 24 * 60 * 60_000) })
    .where(own);
  const [before] = await db().select().from(sessions).where(own);
  await findStartedSession(started);
  const [after] = await db().select().from(sessions).where(own);
  expect(after?.lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(after?.expiresAt).toEqual(before?.expiresAt);
  expect(Number(before?.expiresAt) - Number(before?.createdAt)).toBeLessThanOrEqual(
    (sessionSeconds + 5) * 1_000,
  );
});

test("a removed member's session is worth nothing at once", async () => {
  const started = await openTestAccount();
  await db().delete(memberships).where(eq(memberships.userId, started.userId));
  expect(await findStartedSession(started)).toBeNull();
});

test("a cookie that is forged, cut, of another secret or without a session is none", async () => {
  const { userId, sessionId } = await openTestAccount();
  const secret = env().NEXTAUTH_SECRET;
  const right = await encodeSessionToken({ sub: userId, sid: sessionId });
  const others = [
    "",
    "x",
    right.slice(0, -4),
    "e".repeat(100_000),
    await encode({ token: { sub: userId }, secret }),
    await encode({ token: { sub: userId, sid: sessionId }, secret: "another secret that is long enough" }),
    await encode({ token: { sub: userId, sid: sessionId }, secret, maxAge: -60 }),
  ];
  expect(await decodeSessionToken(right)).toMatchObject({ sub: userId, sid: sessionId });
  for (const token of others) expect(await findSessionByToken(token)).toBeNull();
  const made = await encodeSessionToken({ sub: userId, sid: newId("ses") });
  expect(await findSessionByToken(made)).toBeNull();
});

test("a session of one person does not pass for another's", async () => {
  const [one, other] = [await openTestAccount(), await openTestAccount()];
  expect(await findStartedSession({ ...one, sessionId: other.sessionId })).toBeNull();
});

test("the list names each browser as a person would, this one first, whatever it says of itself", async () => {
  const here = await openTestAccount();
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
  await createSession(db(), here.userId, chrome);
  await createSession(db(), here.userId, `\0\ud800${"x".repeat(5_000)}`);
  const listed = await listSessions({ session: await liveSession(here) });
  expect(listed[0]).toMatchObject({ id: here.sessionId, isCurrent: true });
  expect(listed.map(({ browser }) => browser).sort()).toEqual([
    "Another program",
    "Another program",
    "Chrome on Windows",
  ]);
});
