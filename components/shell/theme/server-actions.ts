"use server";

import { cookies } from "next/headers";
import { parseTheme, THEME_COOKIE, THEME_COOKIE_MAX_AGE_SECONDS } from "./theme.ts";

/** Keeps the colours that a person chose, for a browser whose script is not there yet. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = parseTheme(String(form.get("theme")));
  (await cookies()).set(THEME_COOKIE, theme, { maxAge: THEME_COOKIE_MAX_AGE_SECONDS, sameSite: "lax" });
}
