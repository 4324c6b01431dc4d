import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { toCatalogueDetailDto } from "./catalogue-detail.ts";
import { catalogueEntries } from "./catalogue-entries.ts";
import { type CatalogueDetailDto, catalogueEntryInput } from "./schema.ts";

/**
 * One app of the marketplace, with what its own page needs.
 * @throws {AppError} 404 for an app that is not in it
 */
export async function getCatalogueEntry({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<CatalogueDetailDto> {
  authorise(ctx, "read");
  const { provider } = parseInput(catalogueEntryInput, input);
  const entry = catalogueEntries().find(({ id }) => id === provider);
  if (!entry) throw notFound("app");
  return toCatalogueDetailDto(entry);
}
