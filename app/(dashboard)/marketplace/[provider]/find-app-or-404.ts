import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";

/** The app of a page; the page is "not found" where the marketplace has none with that id. */
export async function findAppOr404(ctx: Ctx, provider: string): Promise<CatalogueDetailDto> {
  try {
    return await getCatalogueEntry({ ctx, input: { provider } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
