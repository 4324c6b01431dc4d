"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookieName } from "#lib/auth/session-cookie.ts";

/** Forgets the session of this browser. */
export async function signOut(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
  redirect("/sign-in");
}
