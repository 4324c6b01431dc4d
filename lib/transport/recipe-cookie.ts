import { cookies } from "next/headers";
import { type OwnCookie, setCookie } from "#lib/auth/own-cookie.ts";

/** Which recipe a browser is setting up while it is away to connect an app. Read by the pages of apps alone. */
const cookie: OwnCookie = { name: "patchbay.recipe", path: "/marketplace", maxAgeSeconds: 15 * 60 };

export async function rememberRecipe(id: string): Promise<void> {
  setCookie(await cookies(), cookie, encodeURIComponent(id));
}

/** The id of the recipe that this browser left to connect an app; null = it left none, or long ago. */
export async function recipeLeft(): Promise<string | null> {
  const value = (await cookies()).get(cookie.name)?.value ?? "";
  return /^[a-z0-9-]{1,100}$/.test(value) ? value : null;
}
