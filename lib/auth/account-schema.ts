import { z } from "zod";

const minPasswordLength = 10;

export const emailSchema = z.email("Write an e-mail address such as ana@example.com.").max(254).toLowerCase();

/** An IANA name. Where the browser gives one that is not known here, the account is not worth refusing for it. */
const timeZone = z.string().max(60).refine(isTimeZone).default("UTC").catch("UTC");

export const signInInput = z.strictObject({
  email: z.string().trim().pipe(emailSchema),
  password: z.string().min(1, "Write your password.").max(200),
});

export const signUpInput = z.strictObject({
  merchantName: z.string().trim().min(1, "Write the name of your restaurant or shop.").max(100),
  name: z.string().trim().min(1, "Write your name.").max(100),
  email: z.string().trim().pipe(emailSchema),
  password: z
    .string()
    .min(minPasswordLength, `Choose at least ${minPasswordLength} characters.`)
    .max(200, "Choose at most 200 characters."),
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
