import { pageOf } from "#lib/listing/page.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import {
  catalogueDetailDto,
  catalogueEntryDto,
  catalogueEntryInput,
  listCatalogueInput,
} from "#lib/marketplace/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Marketplace";

export const listCatalogueEndpoint = {
  method: "GET",
  path: "/api/catalog",
  summary: "The apps of the marketplace, available ones first",
  tag,
  permission: "read",
  input: listCatalogueInput,
  output: pageOf(catalogueEntryDto),
  status: 200,
  run: listCatalogue,
} satisfies Endpoint;

export const getCatalogueEntryEndpoint = {
  method: "GET",
  path: "/api/catalog/{provider}",
  summary: "One app of the marketplace",
  tag,
  permission: "read",
  input: catalogueEntryInput,
  output: catalogueDetailDto,
  status: 200,
  run: getCatalogueEntry,
} satisfies Endpoint;
