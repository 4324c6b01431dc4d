import { checkDraft } from "#lib/automations/check-draft.ts";
import { dryRunAutomation } from "#lib/automations/dry-run-automation.ts";
import { getDifference } from "#lib/automations/get-difference.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const automationTrialEndpoints = {
  checkDraft: {
    method: "POST",
    path: "/api/automations/{id}/check",
    summary: "All that is wrong with a draft, each with its path; nothing is written",
    tag: "Automations",
    verb: checkDraft,
    status: 200,
  },
  suggestStep: {
    method: "POST",
    path: "/api/automations/{id}/suggest",
    summary:
      "What a step's form is made from: fields, sources, and a suggested value for each field with its reason",
    tag: "Automations",
    verb: suggestStep,
    status: 200,
  },
  previewAutomation: {
    method: "POST",
    path: "/api/automations/{id}/preview",
    summary: "What would be done about one event; no app is asked and nothing is sent",
    tag: "Automations",
    verb: previewAutomation,
    status: 200,
  },
  dryRun: {
    method: "POST",
    path: "/api/automations/{id}/dry-run",
    summary: "What would be made of the newest events, held against the live version; nothing is sent",
    tag: "Automations",
    verb: dryRunAutomation,
    status: 200,
  },
  difference: {
    method: "GET",
    path: "/api/automations/{id}/difference",
    summary: "What publishing the draft would change, and with `events` what of past events",
    tag: "Automations",
    verb: getDifference,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
