import { z } from "zod";
import { getOverview } from "#lib/overview/get-overview.ts";
import { overviewDto } from "#lib/overview/overview-schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const getOverviewEndpoint = {
  method: "GET",
  path: "/api/overview",
  summary: "The last 24 hours, and the destinations that need someone",
  tag: "Deliveries",
  permission: "read",
  input: z.strictObject({}),
  output: overviewDto,
  status: 200,
  run: getOverview,
} satisfies Endpoint;
