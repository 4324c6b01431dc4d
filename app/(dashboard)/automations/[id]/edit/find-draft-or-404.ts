import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { AppError } from "#lib/errors.ts";

/** The automation with its draft; the page is "not found" where there is none, or it is another merchant's. */
export async function findDraftOr404(ctx: Ctx, id: string): Promise<AutomationDto> {
  try {
    return await getAutomation({ ctx, input: { id } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
