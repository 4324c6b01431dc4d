import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { accountMails, users } from "#db/schema/tenancy.ts";
import { confirmEmail, requestEmailConfirmation } from "#lib/auth/confirm-email.ts";
import { finishSignUp } from "#lib/auth/finish-sign-up.ts";
import { makeResetLink, requestPasswordReset } from "#lib/auth/request-password-reset.ts";
import { resetPassword } from "#lib/auth/reset-password.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { findStartedSession, openTestAccount, signInAgain, testPassword } from "#lib/auth/testing/account.ts";
import { newVisitor } from "#lib/auth/testing/visitor.ts";
import { newId } from "#lib/ids.ts";
import { startMailServer } from "#lib/notices/testing/mail-server.ts";
import { findByLink } from "./account-link.ts";
import { sendAccountMails } from "./send-account-mails.ts";

let hasMailServer = true;
vi.mock("#lib/notices/open-mailer.ts", async (original) => ({
  ...(await original<object>()),
  mailSettings: () => (hasMailServer ? { smtpUrl: "smtp://127.0.0.1:9", from: "notices@example.com" } : null),
}));
vi.mock("./wake-account-mails.ts", () => ({ wakeAccountMails: () => {} }));

const newPassword = "quite another phrase";
const newEmail = () => `${newId("usr")}@example.com`;
const visitor = () => newVisitor();

beforeEach(() => {
  hasMailServer = true;
});
afterEach(async () => {
  await db().update(accountMails).set({ status: "failed" }).where(eq(accountMails.status, "waiting"));
});

/** An account as it is made where no mail server is set up. */
async function openAccount() {
  hasMailServer = false;
  const account = await openTestAccount();
  hasMailServer = true;
  return account;
}

/** Sends what is due, and tells what came to an address: subjects, and the last mail with a link and its token. */
async function mailTo(email: string) {
  await using server = await startMailServer();
  await sendAccountMails(server.settings);
  const mine = server.received.filter(({ recipients }) => recipients[0] === email);
  const texts = mine.map((mail) => mail.raw.replace(/=\r\n/g, "").replace(/=3D/g, "="));
  // Several go out at once, in no order.
  const raw = texts.findLast((text) => text.includes("?token=")) ?? texts.at(-1) ?? "";
  return {
    subjects: mine.map((mail) => /^Subject: (.+)$/m.exec(mail.raw)?.[1]?.trim() ?? ""),
    raw,
    token: decodeURIComponent(/\?token=([^\s]+)/.exec(raw)?.[1] ?? ""),
  };
}

const askForReset = (email: string) => requestPasswordReset({ input: { email }, visitor: visitor() });
const reset = (token: string, password = newPassword) =>
  resetPassword({ input: { token, password }, visitor: visitor() });

test("a forgotten password is replaced by the link from the mail, which ends every session and signs in here", async () => {
  const account = await openAccount();
  const other = await signInAgain(account);
  await askForReset(account.email);
  const { token, subjects } = await mailTo(account.email);
  expect(subjects).toEqual(["Reset your Patchbay password"]);
  const started = await reset(token);
  expect(
    await Promise.all([account, other, started].map(async (one) => (await findStartedSession(one)) !== null)),
  ).toEqual([false, false, true]);
  await expect(signInAgain(account)).rejects.toMatchObject({ status: 401 });
  expect(await findStartedSession(await signInAgain(account, newPassword))).toMatchObject({
    user: { isEmailVerified: true },
  });
  expect((await mailTo(account.email)).subjects).toEqual(["Your Patchbay password was changed"]);
});

test("a link is good once: of two at the same moment one is refused, and later ones too", async () => {
  const account = await openAccount();
  await askForReset(account.email);
  const { token } = await mailTo(account.email);
  const answers = await Promise.allSettled([reset(token), reset(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(reset(token)).rejects.toMatchObject({ status: 410 });
});

test("a link is worth nothing past its end, once the password was replaced, changed by a letter, or as another kind", async () => {
  const account = await openAccount();
  await askForReset(account.email);
  const { token: first } = await mailTo(account.email);
  await askForReset(account.email);
  const { token: second } = await mailTo(account.email);
  for (const wrong of ["", "x", `${second}x`, second.replace(/\..*/, "."), second.replace("aml_", "aml_0")]) {
    expect(await findByLink("reset_password", wrong)).toBeNull();
  }
  expect(await findByLink("confirm_email", second)).toBeNull();
  await reset(first);
  await expect(reset(second)).rejects.toMatchObject({ status: 410 });
  await askForReset(account.email);
  const { token: late } = await mailTo(account.email);
  await db()
    .update(accountMails)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(accountMails.recipient, account.email));
  await expect(reset(late)).rejects.toMatchObject({ status: 410 });
});

test("asking for a link answers the same for an address without an account, which gets no mail", async () => {
  const { email } = await openAccount();
  const nobody = newEmail();
  expect(await askForReset(email)).toEqual({ email });
  expect(await askForReset(nobody)).toEqual({ email: nobody });
  expect((await mailTo(nobody)).subjects).toEqual([]);
});

test("an address gets a few mails an hour, however often strangers ask, and the answer stays the same", async () => {
  const { email } = await openAccount();
  for (let asked = 0; asked < 12; asked++) expect(await askForReset(email)).toEqual({ email });
  expect((await mailTo(email)).subjects.length).toBeLessThanOrEqual(4);
});

test("signing up answers the same for an address that has an account, whose owner is told by mail", async () => {
  const { email } = await openAccount();
  const fresh = newEmail();
  const form = { merchantName: "Buy cheap pills", name: "at evil.example", password: testPassword };
  const answers = await Promise.all(
    [email, fresh].map((address) => signUp({ input: { ...form, email: address }, visitor: visitor() })),
  );
  expect(answers).toEqual([
    { kind: "mailed", email },
    { kind: "mailed", email: fresh },
  ]);
  await using server = await startMailServer();
  await sendAccountMails(server.settings);
  const rawTo = (address: string) => server.received.find(({ recipients }) => recipients[0] === address)?.raw;
  expect(rawTo(email)).toContain("Subject: You already have a Patchbay account");
  expect(rawTo(fresh)).toContain("Subject: Finish creating your Patchbay account");
  expect(server.received.map(({ raw }) => raw).join()).not.toMatch(/pills|evil/);
});

test("an account is open once the link was opened by someone who knows the password", async () => {
  const email = newEmail();
  const input = { merchantName: "Trattoria", name: "Ana", email, password: testPassword };
  await signUp({ input, visitor: visitor() });
  const { token } = await mailTo(email);
  await expect(signInAgain({ userId: "", sessionId: "", email })).rejects.toMatchObject({ status: 401 });
  const finish = (password: string) => finishSignUp({ input: { token, password }, visitor: visitor() });
  await expect(finish("not what I chose")).rejects.toMatchObject({ status: 422 });
  const started = await finish(testPassword);
  expect(await findStartedSession(started)).toMatchObject({
    user: { email, isEmailVerified: true },
    merchant: { name: "Trattoria" },
    role: "owner",
  });
  await expect(finish(testPassword)).rejects.toMatchObject({ status: 410 });
  const [mail] = await db().select().from(accountMails).where(eq(accountMails.recipient, email));
  expect(mail?.signUp).toBeNull();
});

test("who signed up with an address before its owner does not keep a way in", async () => {
  const email = newEmail();
  const sign = (password: string) =>
    signUp({ input: { merchantName: "Trattoria", name: "Ana", email, password }, visitor: visitor() });
  await sign("what a thief chose");
  const { token: thiefs } = await mailTo(email);
  await sign(testPassword);
  const { token } = await mailTo(email);
  await finishSignUp({ input: { token, password: testPassword }, visitor: visitor() });
  const late = finishSignUp({ input: { token: thiefs, password: "what a thief chose" }, visitor: visitor() });
  await expect(late).rejects.toMatchObject({ status: 409 });
});

test("an operator's link replaces a password without a mail server, and shows nothing about the address", async () => {
  const account = await openAccount();
  hasMailServer = false;
  expect(await makeResetLink(newEmail())).toBeNull();
  const link = await makeResetLink(account.email.toUpperCase());
  const started = await reset(new URL(link ?? "").searchParams.get("token") ?? "");
  expect(await findStartedSession(started)).toMatchObject({ user: { isEmailVerified: false } });
  expect(await findStartedSession(account)).toBeNull();
});

test("an address is confirmed by the link that was sent there", async () => {
  const account = await openAccount();
  const session = await findStartedSession(account);
  if (!session) throw new Error("The session has ended.");
  expect(session.user.isEmailVerified).toBe(false);
  await requestEmailConfirmation({ session });
  const { token } = await mailTo(account.email);
  await confirmEmail({ input: { token }, visitor: visitor() });
  expect(await findStartedSession(account)).toMatchObject({ user: { isEmailVerified: true } });
  await expect(confirmEmail({ input: { token }, visitor: visitor() })).rejects.toMatchObject({ status: 410 });
});

test("each mail goes out once though senders race, one that is refused is tried again, and a dead sender's too", async () => {
  const { email } = await openAccount();
  await askForReset(email);
  await using refusing = await startMailServer(() => ({ refuse: { code: 450, message: "later" } }));
  await sendAccountMails(refusing.settings);
  const own = eq(accountMails.recipient, email);
  expect(await db().select().from(accountMails).where(own)).toMatchObject([
    { status: "waiting", attempts: 1 },
  ]);
  await db().update(accountMails).set({ dueAt: new Date() }).where(own);
  await using server = await startMailServer(() => ({ delayMs: 20 }));
  await Promise.all([1, 2, 3].map(() => sendAccountMails(server.settings)));
  expect(server.received.filter(({ recipients }) => recipients[0] === email)).toHaveLength(1);
});

test("what the table holds opens no link", async () => {
  const { email } = await openAccount();
  await askForReset(email);
  const [mail] = await db().select().from(accountMails).where(eq(accountMails.recipient, email));
  const { token } = await mailTo(email);
  const signature = token.slice(token.lastIndexOf(".") + 1);
  expect(signature.length).toBeGreaterThan(40);
  expect(JSON.stringify(mail)).not.toContain(signature);
});

test("the hash of a password is replaced by a reset, not added to", async () => {
  const account = await openAccount();
  const hashes = async () => db().select().from(users).where(eq(users.id, account.userId));
  const [before] = await hashes();
  const link = await makeResetLink(account.email);
  await reset(new URL(link ?? "").searchParams.get("token") ?? "");
  const [after] = await hashes();
  expect(after?.passwordHash).not.toBe(before?.passwordHash);
});
