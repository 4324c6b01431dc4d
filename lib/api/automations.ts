import { z } from "zod";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { listVersions } from "#lib/automations/list-versions.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { restoreVersion } from "#lib/automations/restore-version.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import {
  automationDto,
  automationIdInput,
  automationPage,
  createAutomationInput,
  listAutomationsInput,
  listVersionsInput,
  publishAutomationInput,
  restoreVersionInput,
  updateAutomationInput,
  versionPage,
} from "#lib/automations/schema.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";
const write = { tag, permission: "integrations:write", output: automationDto, status: 200 } as const;

export const createAutomationEndpoint = {
  ...write,
  method: "POST",
  path: "/api/automations",
  summary: "Create an automation as a draft; it does nothing until it is published",
  input: createAutomationInput,
  status: 201,
  run: createAutomation,
} satisfies Endpoint;

export const listAutomationsEndpoint = {
  method: "GET",
  path: "/api/automations",
  summary: "List automations, newest first",
  tag,
  permission: "read",
  input: listAutomationsInput,
  output: automationPage,
  status: 200,
  run: listAutomations,
} satisfies Endpoint;

export const getAutomationEndpoint = {
  method: "GET",
  path: "/api/automations/{id}",
  summary: "One automation with its draft",
  tag,
  permission: "read",
  input: automationIdInput,
  output: automationDto,
  status: 200,
  run: getAutomation,
} satisfies Endpoint;

export const updateAutomationEndpoint = {
  ...write,
  method: "PATCH",
  path: "/api/automations/{id}",
  summary: "Change the name or the draft; what is live stays until it is published",
  input: updateAutomationInput,
  run: updateAutomation,
} satisfies Endpoint;

export const deleteAutomationEndpoint = {
  ...write,
  method: "DELETE",
  path: "/api/automations/{id}",
  summary: "Delete an automation; runs that wait are cancelled",
  input: automationIdInput,
  output: z.object({ cancelled: z.int() }),
  run: deleteAutomation,
} satisfies Endpoint;

export const publishAutomationEndpoint = {
  ...write,
  method: "POST",
  path: "/api/automations/{id}/publish",
  summary: "Make the draft the live version; the first one switches the automation on",
  input: publishAutomationInput,
  run: publishAutomation,
} satisfies Endpoint;

export const pauseAutomationEndpoint = {
  ...write,
  method: "POST",
  path: "/api/automations/{id}/pause",
  summary: "Hold the runs of an automation; events still make them",
  input: automationIdInput,
  run: pauseAutomation,
} satisfies Endpoint;

export const resumeAutomationEndpoint = {
  ...write,
  method: "POST",
  path: "/api/automations/{id}/resume",
  summary: "Run what was held, the oldest first, and then what comes",
  input: automationIdInput,
  run: resumeAutomation,
} satisfies Endpoint;

export const listVersionsEndpoint = {
  method: "GET",
  path: "/api/automations/{id}/versions",
  summary: "What was published of an automation, newest first",
  tag,
  permission: "read",
  input: listVersionsInput,
  output: versionPage,
  status: 200,
  run: listVersions,
} satisfies Endpoint;

export const restoreVersionEndpoint = {
  ...write,
  method: "POST",
  path: "/api/automations/{id}/versions/{number}/restore",
  summary: "Publish an earlier version anew; it takes the place of the draft",
  input: restoreVersionInput,
  run: restoreVersion,
} satisfies Endpoint;
