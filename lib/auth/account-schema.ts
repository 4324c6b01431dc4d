import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText, trimmedText, webEmail } from "#lib/text-schema.ts";
import { newPassword, refusePersonalPassword, typedPassword } from "./password-schema.ts";

const emailMessage = saidParam(say("field_email_like"));
const longestEmail = 254;

const emailSchema = z.email({ pattern: webEmail, error: emailMessage, abort: true }).toLowerCase();
const typedEmail = trimmedText(longestEmail).pipe(emailSchema);

/** An IANA name. Where the browser gives one that is not known here, the account is not worth refusing for it. */
const timeZone = shortText(60).refine(isTimeZone).default("UTC").catch("UTC");

export const signInInput = z.strictObject({ email: typedEmail, password: typedPassword });

export const signUpInput = z
  .strictObject({
    merchantName: trimmedText(100).min(1, saidParam(say("field_name_of_shop"))),
    name: trimmedText(100).min(1, saidParam(say("field_own_name"))),
    email: typedEmail,
    password: newPassword,
    timeZone,
  })
  .superRefine((value, context) =>
    refusePersonalPassword(value, [value.email, value.name, value.merchantName], context),
  );

/** The one field of the page that asks for a link. */
export const resetRequestInput = z.strictObject({ email: typedEmail });

const linkToken = shortText(300).min(1);

export const resetPasswordInput = z.strictObject({ token: linkToken, password: newPassword });

/** The password is the one chosen when signing up: whoever opens the link shows that they are the same person. */
export const finishSignUpInput = z.strictObject({ token: linkToken, password: typedPassword });

export const confirmEmailInput = z.strictObject({ token: linkToken });

export const changePasswordInput = z.strictObject({ currentPassword: typedPassword, password: newPassword });

/** A session that has just begun, for the cookies of the browser. */
export const startedSession = z.object({ userId: z.string(), sessionId: z.string(), email: z.string() });
export type StartedSession = z.infer<typeof startedSession>;

/** A browser that is signed in. */
const sessionDto = z.object({
  id: z.string(),
  browser: z.string().describe("Such as Firefox on Windows"),
  isCurrent: z.boolean(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type SessionDto = z.infer<typeof sessionDto>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
