import { notFound } from "next/navigation";
import { newId } from "#lib/ids.ts";
import type { OperatorCtx } from "./operator.ts";
import { findOperator, type OperatorSession, operatorCtx } from "./operator-session.ts";
import { requireSession } from "./require-session.ts";

/**
 * The operator of a page. Who is signed in and is none sees that there is no such page; who is not signed in goes to the
 * sign-in page, and from there back.
 */
export async function requireOperator(): Promise<OperatorSession> {
  const operator = await findOperator();
  if (operator) return operator;
  await requireSession();
  notFound();
}

/** The context of an operator page's queries. */
export async function requireOperatorCtx(): Promise<OperatorCtx> {
  return operatorCtx(await requireOperator(), newId("req"));
}
