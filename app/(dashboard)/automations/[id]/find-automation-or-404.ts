import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { getSummary } from "#lib/automations/summary/get-summary.ts";
import { AppError } from "#lib/errors.ts";

/** The automation of a page; the page is "not found" where there is none, or it is another merchant's. */
export async function findAutomationOr404(ctx: Ctx, id: string) {
  try {
    return await getSummary({ ctx, input: { id } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
