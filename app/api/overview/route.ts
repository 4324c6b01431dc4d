import { getOverviewEndpoint } from "#lib/api/overview.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(getOverviewEndpoint);
