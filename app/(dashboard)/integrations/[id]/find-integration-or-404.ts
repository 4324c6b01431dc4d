import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

/** The connection of a page; the page is "not found" where there is none, or it is another merchant's. */
export async function findIntegrationOr404(ctx: Ctx, id: string): Promise<IntegrationDto> {
  try {
    return await getIntegration({ ctx, input: { id } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
