import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { parseInput } from "#lib/parse.ts";
import { signUpInput } from "./account-schema.ts";
import { countSignUp } from "./login-throttle.ts";
import { hashPassword } from "./password.ts";

/**
 * Opens an account: a person, a merchant, and the person as its owner.
 * @param given.address where the try came from, for throttling
 * @throws {AppError} 422 for bad input or an e-mail address that has an account; 429 after too many tries
 */
export async function signUp(given: {
  input: unknown;
  address: string;
}): Promise<{ userId: string; merchantId: string }> {
  const { merchantName, name, email, password, timeZone } = parseInput(signUpInput, given.input);
  await countSignUp(given.address);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const taken = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (taken.length > 0) throw emailTaken();
    const ids = { userId: newId("usr"), merchantId: newId("mer") };
    await tx.insert(merchants).values({ id: ids.merchantId, name: merchantName, timeZone });
    const inserted = await tx
      .insert(users)
      .values({ id: ids.userId, email, name, passwordHash })
      .onConflictDoNothing()
      .returning({ id: users.id });
    // Two sign-ups at the same moment: the second finds the address taken, and its merchant is rolled back.
    if (inserted.length === 0) throw emailTaken();
    await tx.insert(memberships).values({ ...ids, role: "owner" });
    return ids;
  });
}

function emailTaken() {
  return invalidInput([
    { path: "email", message: "There is an account with this address. Sign in instead." },
  ]);
}
