import { createAutomation } from "#lib/automations/create-automation.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { listVersions } from "#lib/automations/list-versions.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { restoreVersion } from "#lib/automations/restore-version.ts";
import { resumeAutomation } from "#lib/automations/resume-automation.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const automationEndpoints = {
  createAutomation: {
    method: "POST",
    path: "/api/automations",
    summary: "Create an automation as a draft; it does nothing until it is published",
    tag,
    verb: createAutomation,
    status: 201,
  },
  listAutomations: {
    method: "GET",
    path: "/api/automations",
    summary: "List automations, newest first",
    tag,
    verb: listAutomations,
    status: 200,
  },
  getAutomation: {
    method: "GET",
    path: "/api/automations/{id}",
    summary: "One automation with its draft",
    tag,
    verb: getAutomation,
    status: 200,
  },
  updateAutomation: {
    method: "PATCH",
    path: "/api/automations/{id}",
    summary: "Change the name or the draft; what is live stays until it is published",
    tag,
    verb: updateAutomation,
    status: 200,
  },
  deleteAutomation: {
    method: "DELETE",
    path: "/api/automations/{id}",
    summary: "Delete an automation; runs that wait are cancelled",
    tag,
    verb: deleteAutomation,
    status: 200,
  },
  publishAutomation: {
    method: "POST",
    path: "/api/automations/{id}/publish",
    summary: "Make the draft the live version; the first one switches the automation on",
    tag,
    verb: publishAutomation,
    status: 200,
  },
  pauseAutomation: {
    method: "POST",
    path: "/api/automations/{id}/pause",
    summary: "Hold the runs of an automation; events still make them",
    tag,
    verb: pauseAutomation,
    status: 200,
  },
  resumeAutomation: {
    method: "POST",
    path: "/api/automations/{id}/resume",
    summary: "Run what was held, the oldest first, and then what comes",
    tag,
    verb: resumeAutomation,
    status: 200,
  },
  listVersions: {
    method: "GET",
    path: "/api/automations/{id}/versions",
    summary: "What was published of an automation, newest first",
    tag,
    verb: listVersions,
    status: 200,
  },
  restoreVersion: {
    method: "POST",
    path: "/api/automations/{id}/versions/{number}/restore",
    summary: "Publish an earlier version anew; it takes the place of the draft",
    tag,
    verb: restoreVersion,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
