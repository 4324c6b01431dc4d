import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import type { signInInput } from "./account-schema.ts";
import { knownBrowserId } from "./known-browser.ts";
import { countLoginTry, forgetLoginTries } from "./login-throttle.ts";
import { verifyAgainstNobody, verifyPassword } from "./password.ts";
import type { Visitor } from "./visitor.ts";

/** With the hash that the password was held against: a session starts only while that is still the user's. */
export type VerifiedUser = Pick<typeof users.$inferSelect, "id" | "email" | "passwordHash">;

/**
 * The user of an email address and password, or null. An unknown address takes as long as a wrong password.
 * @throws {AppError} 429 after too many tries, 503 while too many are being looked at
 */
export async function verifyCredentials(
  { email, password }: z.output<typeof signInInput>,
  visitor: Visitor,
): Promise<VerifiedUser | null> {
  const browserId = knownBrowserId(visitor.browserMark, email);
  const loginTry = { email, address: visitor.address, browserId };
  await countLoginTry(loginTry);
  const place = { key: browserId ?? visitor.address, isKnown: browserId !== null };
  const [user] = await db().select().from(users).where(eq(users.email, email));
  const isRight = user
    ? await verifyPassword(password, user.passwordHash, place)
    : await verifyAgainstNobody(password, place);
  if (!user || !isRight) return null;
  await forgetLoginTries(loginTry);
  return { id: user.id, email: user.email, passwordHash: user.passwordHash };
}
