import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { findOperator } from "#lib/auth/operator-session.ts";
import { findSession } from "#lib/auth/session.ts";

/** Whoever is signed in has nothing to do here. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  if (await findSession()) redirect("/");
  if (await findOperator()) redirect("/operator");
  return children;
}
