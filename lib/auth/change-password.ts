import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/tenancy.ts";
import { wakeAccountMails } from "#lib/account-mails/wake-account-mails.ts";
import { invalidInput, unauthenticated } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { changePasswordInput } from "./account-schema.ts";
import { defineSessionVerb } from "./account-verb.ts";
import { countPasswordChange } from "./login-throttle.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { weaknessOfPassword } from "./password-schema.ts";
import { setPassword } from "./set-password.ts";

/**
 * Changes the password of the person who is signed in, and signs out every other browser of theirs.
 * @throws {AppError} 422 for a wrong current password or a weak new one, 429 after too many tries
 */
export const changePassword = defineSessionVerb({
  input: changePasswordInput,
  output: z.void(),
  async run({ input: { currentPassword, password }, session }) {
    const { id: userId, email, name } = session.user;
    const weakness = weaknessOfPassword(password, [email, name, session.merchant.name]);
    if (weakness) throw invalidInput([{ path: "password", message: weakness }]);
    await countPasswordChange(userId);
    const [user] = await db().select().from(users).where(eq(users.id, userId));
    if (!user) throw unauthenticated();
    const place = { key: userId, isKnown: true };
    if (!(await verifyPassword(currentPassword, user.passwordHash, place))) {
      throw invalidInput([{ path: "currentPassword", message: say("field_current_password") }]);
    }
    const passwordHash = await hashPassword(password, place);
    await db().transaction((tx) =>
      setPassword(tx, {
        userId,
        passwordHash,
        keptSessionId: session.id,
        action: "password.changed",
        requestId: newId("req"),
      }),
    );
    wakeAccountMails();
  },
});
