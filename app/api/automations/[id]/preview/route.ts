import { automationTrialEndpoints } from "#lib/api/automation-trials.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(automationTrialEndpoints.previewAutomation);
