import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { toCatalogueDetailDto } from "./catalogue-detail.ts";
import { catalogueEntries } from "./catalogue-entries.ts";
import { catalogueDetailDto, catalogueEntryInput } from "./schema.ts";

/**
 * One app of the marketplace, with what its own page needs.
 * @throws {AppError} 404 for an app that is not in it
 */
export const getCatalogueEntry = defineVerb({
  permission: "read",
  input: catalogueEntryInput,
  output: catalogueDetailDto,
  async run({ input: { provider } }) {
    const entry = catalogueEntries().find(({ id }) => id === provider);
    if (!entry) throw notFound("app");
    return toCatalogueDetailDto(entry);
  },
});
