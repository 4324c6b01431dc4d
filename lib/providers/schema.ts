import { z } from "zod";
import { pageInput } from "#lib/listing/page.ts";
import { categorySchema } from "./categories.ts";

export const catalogueStatusSchema = z.enum(["available", "planned"]);
export type CatalogueStatus = z.infer<typeof catalogueStatusSchema>;

/** Something that a connected app can be told to do. */
export const catalogueActionDto = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
});

/** A permission that an app asks of the account it is connected to. */
export const catalogueScopeDto = z.object({
  id: z.string(),
  reason: z.string().describe("Why it is needed, in plain words"),
  actions: z.array(z.string()).describe("Ids of the actions that need it"),
});

export const catalogueEntryDto = z.object({
  id: z.string(),
  name: z.string(),
  category: z.object({ id: categorySchema, label: z.string() }),
  summary: z.string(),
  docsUrl: z.url().describe("The provider's documentation for developers"),
  icon: z.string().nullable().describe("Slug of its mark at simpleicons.org; null where there is none"),
  status: catalogueStatusSchema.describe("available: can be used now. planned: cannot be connected yet"),
  actions: z.array(catalogueActionDto),
  scopes: z.array(catalogueScopeDto),
});
export type CatalogueEntryDto = z.infer<typeof catalogueEntryDto>;

export const listCatalogueInput = z.strictObject({
  ...pageInput,
  limit: pageInput.limit.default(100).describe("Rows a page, at most 100"),
  search: z.string().trim().max(200).optional().describe("Words of the name, the summary or the category"),
  category: categorySchema.optional(),
  status: catalogueStatusSchema.optional(),
});

export const catalogueEntryInput = z.strictObject({ provider: z.string().max(100) });
