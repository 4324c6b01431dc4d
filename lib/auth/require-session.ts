import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { newId } from "#lib/ids.ts";
import type { Ctx } from "./context.ts";
import { findOperator } from "./operator-session.ts";
import { findSession, type Session, sessionCtx } from "./session.ts";

/**
 * The session of a page; without one the browser goes to the sign-in page, and from there back. An operator who is a
 * member of no merchant has no such pages, and goes to the operator's.
 */
export async function requireSession(): Promise<Session> {
  const session = await findSession();
  if (session) return session;
  if (await findOperator()) redirect("/operator");
  const path = (await headers()).get("x-page-path");
  return redirect(path && path !== "/" ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in");
}

/** The context of a page's queries. */
export async function requireCtx(): Promise<Ctx> {
  return sessionCtx(await requireSession(), newId("req"));
}
