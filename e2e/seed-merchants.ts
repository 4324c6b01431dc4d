import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { newId } from "#lib/ids.ts";
import { merchantNames, passwordOfAll, signInOf } from "./merchants.ts";

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
