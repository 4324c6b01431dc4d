import { automationIssueEndpoints } from "#lib/api/automation-issues.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(automationIssueEndpoints.listAutomationIssues);
