import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { signInInput } from "./account-schema.ts";
import { countLoginTry, forgetLoginTries } from "./login-throttle.ts";
import { verifyAgainstNobody, verifyPassword } from "./password.ts";

export type SignedInUser = { id: string; email: string; name: string };

/**
 * The user of an e-mail address and password, or null. An unknown address takes as long as a wrong password.
 * @param address where the try came from, for throttling
 * @throws {AppError} 429 after too many tries
 */
export async function verifyCredentials(input: unknown, address: string): Promise<SignedInUser | null> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  await countLoginTry(email, address);
  const [user] = await db().select().from(users).where(eq(users.email, email));
  const isRight = user
    ? await verifyPassword(password, user.passwordHash)
    : await verifyAgainstNobody(password);
  if (!user || !isRight) return null;
  await forgetLoginTries(email);
  return { id: user.id, email: user.email, name: user.name };
}
