import { writeFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { encodeSessionToken } from "#lib/auth/session-token.ts";
import { createSession } from "#lib/auth/sessions.ts";
import { newId } from "#lib/ids.ts";
import { merchantNames, passwordOfAll, signInOf } from "./merchants.ts";
import { demoSession } from "./sessions.ts";

/** Makes the merchants of the tests, each with an owner. */
export async function seedMerchants(): Promise<void> {
  // One for all: each costs a second of a processor.
  const passwordHash = await hashPassword(passwordOfAll);
  for (const name of merchantNames) {
    const { email } = signInOf(name);
    const merchantId = newId("mer");
    const userId = newId("usr");
    await db()
      .insert(merchants)
      .values({ id: merchantId, name: `Shop ${name}`, timeZone: "Europe/Berlin" });
    await db().insert(users).values({ id: userId, email, name: "Ana Ricci", passwordHash });
    await db().insert(memberships).values({ merchantId, userId, role: "owner" });
  }
}

/** Begins a session of each merchant's owner, and of the demo merchant's, and writes their cookies into a file. */
export async function seedSessions(path: string): Promise<void> {
  const emails: Record<string, string> = { [demoSession]: demoSignIn.email };
  for (const name of merchantNames) emails[name] = signInOf(name).email;
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
