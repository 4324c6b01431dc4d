import { automationReplayEndpoints } from "#lib/api/automation-replays.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(automationReplayEndpoints.replayRuns);
