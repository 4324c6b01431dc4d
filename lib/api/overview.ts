import { getOverview } from "#lib/overview/get-overview.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const overviewEndpoints = {
  getOverview: {
    method: "GET",
    path: "/api/overview",
    summary: "The last 24 hours, and the destinations that need someone",
    tag: "Deliveries",
    verb: getOverview,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
