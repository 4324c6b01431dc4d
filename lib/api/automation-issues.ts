import { listAutomationIssues } from "#lib/automations/drift/list-issues.ts";
import { repairIssue } from "#lib/automations/drift/repair-issue.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const automationIssueEndpoints = {
  listAutomationIssues: {
    method: "GET",
    path: "/api/automations/{id}/issues",
    summary: "What an automation relies on and is no longer there, newest first",
    tag,
    verb: listAutomationIssues,
    status: 200,
  },
  repairIssue: {
    method: "POST",
    path: "/api/automations/{id}/issues/{issueId}/repair",
    summary: "Do what puts an issue right, where that is evident, and publish it",
    tag,
    verb: repairIssue,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
