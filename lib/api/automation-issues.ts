import { listAutomationIssues } from "#lib/automations/drift/list-issues.ts";
import { repairIssue } from "#lib/automations/drift/repair-issue.ts";
import {
  automationIssueDto,
  automationIssuePage,
  listIssuesInput,
  repairIssueInput,
} from "#lib/automations/drift/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const listAutomationIssuesEndpoint = {
  method: "GET",
  path: "/api/automations/{id}/issues",
  summary: "What an automation relies on and is no longer there, newest first",
  tag,
  permission: "read",
  input: listIssuesInput,
  output: automationIssuePage,
  status: 200,
  run: listAutomationIssues,
} satisfies Endpoint;

export const repairIssueEndpoint = {
  method: "POST",
  path: "/api/automations/{id}/issues/{issueId}/repair",
  summary: "Do what puts an issue right, where that is evident, and publish it",
  tag,
  permission: "integrations:write",
  input: repairIssueInput,
  output: automationIssueDto,
  status: 200,
  run: repairIssue,
} satisfies Endpoint;
