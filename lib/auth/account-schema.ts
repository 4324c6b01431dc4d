import { z } from "zod";
import { emailText, shortText, trimmedText } from "#lib/text-schema.ts";

const minPasswordLength = 10;

export const emailSchema = emailText("Write an e-mail address such as ana@example.com.").toLowerCase();

/** An IANA name. Where the browser gives one that is not known here, the account is not worth refusing for it. */
const timeZone = shortText(60).refine(isTimeZone).default("UTC").catch("UTC");

export const signInInput = z.strictObject({
  email: trimmedText(300).pipe(emailSchema),
  password: shortText(200).min(1, "Write your password."),
});

export const signUpInput = z.strictObject({
  merchantName: trimmedText(100).min(1, "Write the name of your restaurant or shop."),
  name: trimmedText(100).min(1, "Write your name."),
  email: trimmedText(300).pipe(emailSchema),
  password: shortText(200, "Choose at most 200 characters.").min(
    minPasswordLength,
    `Choose at least ${minPasswordLength} characters.`,
  ),
  timeZone,
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
