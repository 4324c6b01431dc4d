import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { toCatalogueEntryDto } from "./catalogue-dto.ts";
import { catalogueEntries } from "./catalogue-entries.ts";
import { type CatalogueEntryDto, catalogueEntryInput } from "./schema.ts";

/**
 * One app of the marketplace.
 * @throws {AppError} 404 for an app that is not in it
 */
export async function getCatalogueEntry({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<CatalogueEntryDto> {
  authorise(ctx, "read");
  const { provider } = parseInput(catalogueEntryInput, input);
  const entry = catalogueEntries().find(({ id }) => id === provider);
  if (!entry) throw notFound("app");
  return toCatalogueEntryDto(entry);
}
