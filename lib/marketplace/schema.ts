import { z } from "zod";
import { pageInput } from "#lib/listing/page.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";
import { categorySchema } from "../providers/contract/categories.ts";
import {
  declarationSchema,
  declaredActionSchema,
  jsonSchema,
} from "../providers/contract/declaration-schema.ts";

const catalogueStatusSchema = z.enum(["available", "planned"]);
export type CatalogueStatus = z.infer<typeof catalogueStatusSchema>;
export type CatalogueActionDto = z.infer<typeof declaredActionSchema>;

/** A permission that an app asks of the account it is connected to. */
const catalogueScopeDto = z.object({
  id: z.string(),
  title: z.string().describe("What it allows, in plain words"),
  reason: z.string().describe("Why it is needed, in plain words"),
  actions: z.array(z.string()).describe("Ids of the actions that need it"),
});

/** How a merchant connects the app here and now. */
const catalogueConnectDto = z.object({
  kind: z.enum(["oauth2", "api_key"]),
  inputSchema: jsonSchema.describe("JSON Schema of what is typed; secret fields have `secret: true`"),
  hasOneClick: z.boolean().describe("api_key: the app's own page can hand the keys over, from `grantSchema`"),
  grantSchema: jsonSchema.nullable(),
  onboarding: z
    .object({ title: z.string(), inputSchema: jsonSchema })
    .nullable()
    .describe(
      "Where the app can open a new account for the merchant: install with `way=new` and these fields",
    ),
  isLiveReady: z
    .boolean()
    .describe("The app itself can be connected: for OAuth, an operator set client id and secret"),
  isSandboxOn: z.boolean(),
  redirectUri: z.string().nullable().describe("What must be registered at the provider, exactly"),
});
export type CatalogueConnectDto = z.infer<typeof catalogueConnectDto>;

export const catalogueEntryDto = z.object({
  id: z.string(),
  name: z.string(),
  category: z.object({ id: categorySchema, label: z.string() }),
  summary: z.string(),
  docsUrl: z.url().describe("The provider's documentation for developers"),
  icon: z.string().nullable().describe("Slug of its mark at simpleicons.org; null where there is none"),
  status: catalogueStatusSchema.describe("available: can be used now. planned: cannot be connected yet"),
  actions: z.array(declaredActionSchema),
  scopes: z.array(catalogueScopeDto),
});
export type CatalogueEntryDto = z.infer<typeof catalogueEntryDto>;

/** One entry, with what its own page needs. */
export const catalogueDetailDto = catalogueEntryDto.extend({
  benefits: z.array(z.string()),
  setUp: z.array(z.string()).describe("What to have ready before connecting"),
  connect: catalogueConnectDto.nullable().describe("null where there is nothing to connect"),
  resources: declarationSchema.shape.resources,
  synced: declarationSchema.shape.copies,
  api: z.object({ version: z.string(), endsOn: z.string().nullable() }).nullable(),
});
export type CatalogueDetailDto = z.infer<typeof catalogueDetailDto>;

export const listCatalogueInput = z.strictObject({
  ...pageInput,
  limit: pageInput.limit.default(100).describe("Rows a page, at most 100"),
  search: trimmedText(200).optional().describe("Words of the name, the summary or the category"),
  category: categorySchema.optional(),
  status: catalogueStatusSchema.optional(),
});

export const catalogueEntryInput = z.strictObject({ provider: shortText(100) });
