import { automationEndpoints } from "#lib/api/automations.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(automationEndpoints.resumeAutomation);
