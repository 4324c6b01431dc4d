import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Marketplace";

export const catalogueEndpoints = {
  listCatalogue: {
    method: "GET",
    path: "/api/catalog",
    summary: "The apps of the marketplace, available ones first",
    tag,
    verb: listCatalogue,
    status: 200,
  },
  getCatalogueEntry: {
    method: "GET",
    path: "/api/catalog/{provider}",
    summary: "One app of the marketplace",
    tag,
    verb: getCatalogueEntry,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
