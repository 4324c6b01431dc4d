import { writeFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { demoOperatorSignIn, demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { encodeSessionToken } from "#lib/auth/session-token.ts";
import { createSession } from "#lib/auth/sessions.ts";
import { newId } from "#lib/ids.ts";
import { getSignIn, merchantNames, passwordOfAll } from "./merchants.ts";
import { demoSession, operatorSession } from "./sessions.ts";

/** Makes the merchants of the tests, each with an owner. */
export async function seedMerchants(): Promise<void> {
  // One for all: each costs a second of a processor.
  const passwordHash = await hashPassword(passwordOfAll);
  for (const name of merchantNames) {
    const { email } = getSignIn(name);
    const merchantId = newId("mer");
    const userId = newId("usr");
    await db()
      .insert(merchants)
      .values({ id: merchantId, name: `Shop ${name}`, timeZone: "Europe/Berlin" });
    await db().insert(users).values({ id: userId, email, name: "Ana Ricci", passwordHash });
    await db().insert(memberships).values({ merchantId, userId, role: "owner" });
    if (name === "operator") await seedPayment(merchantId);
  }
}

/** 50.00 taken at 4 %, ten days ago, as the ledger sums it up. */
async function seedPayment(merchantId: string): Promise<void> {
  const at = new Date(Date.now() - 10 * 24 * 60 * 60 * 1_000);
  const of = { merchantId, environment: "sandbox", provider: "stripe", currency: "EUR" } as const;
  await db()
    .insert(charges)
    .values({
      ...of,
      id: newId("chg"),
      accountId: "acct_of_operator_test",
      origin: "request",
      amount: 5_000,
      fee: 200,
      status: "succeeded",
      paidAt: at,
    });
  const quarterAt = new Date(Math.floor(at.getTime() / 900_000) * 900_000);
  const sums = { payments: 5_000, platformFees: -200, providerFees: -95, paymentCount: 1 };
  await db()
    .insert(revenueQuarters)
    .values({ ...of, ...sums, book: "merchant", quarterAt });
}

/** Begins a session of each merchant's owner, and of the demo merchant's, and writes their cookies into a file. */
export async function seedSessions(path: string): Promise<void> {
  const emails: Record<string, string> = {
    [demoSession]: demoSignIn.email,
    [operatorSession]: demoOperatorSignIn.email,
  };
  for (const name of merchantNames) emails[name] = getSignIn(name).email;
  const cookies: Record<string, { name: string; value: string }> = {};
  for (const [name, email] of Object.entries(emails)) {
    const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!user) throw new Error(`Nobody has the address ${email}.`);
    const sid = await createSession(db(), user.id, null);
    const value = await encodeSessionToken({ sub: user.id, sid });
    cookies[name] = { name: sessionCookie().name, value };
  }
  await writeFile(path, JSON.stringify(cookies), { mode: 0o600 });
}
