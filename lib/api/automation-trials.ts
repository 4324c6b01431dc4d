import { checkDraft } from "#lib/automations/check-draft.ts";
import {
  checkDraftInput,
  draftCheckDto,
  stepSuggestionsDto,
  suggestStepInput,
} from "#lib/automations/checking/check-schema.ts";
import { dryRunAutomation } from "#lib/automations/dry-run-automation.ts";
import { getDifference } from "#lib/automations/get-difference.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import {
  differenceDto,
  differenceInput,
  dryRunDto,
  dryRunInput,
  previewDto,
  previewInput,
} from "#lib/automations/trying/try-schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const trial = { method: "POST", tag: "Automations", permission: "read", status: 200 } as const;

export const checkDraftEndpoint = {
  ...trial,
  path: "/api/automations/{id}/check",
  summary: "All that is wrong with a draft, each with its path; nothing is written",
  input: checkDraftInput,
  output: draftCheckDto,
  run: checkDraft,
} satisfies Endpoint;

export const suggestStepEndpoint = {
  ...trial,
  path: "/api/automations/{id}/suggest",
  summary:
    "What a step's form is made from: fields, sources, and a suggested value for each field with its reason",
  input: suggestStepInput,
  output: stepSuggestionsDto,
  run: suggestStep,
} satisfies Endpoint;

export const previewAutomationEndpoint = {
  ...trial,
  path: "/api/automations/{id}/preview",
  summary: "What would be done about one event; no app is asked and nothing is sent",
  input: previewInput,
  output: previewDto,
  run: previewAutomation,
} satisfies Endpoint;

export const dryRunEndpoint = {
  ...trial,
  path: "/api/automations/{id}/dry-run",
  summary: "What would be made of the newest events, held against the live version; nothing is sent",
  input: dryRunInput,
  output: dryRunDto,
  run: dryRunAutomation,
} satisfies Endpoint;

export const differenceEndpoint = {
  ...trial,
  method: "GET",
  path: "/api/automations/{id}/difference",
  summary: "What publishing the draft would change, and with `events` what of past events",
  input: differenceInput,
  output: differenceDto,
  run: getDifference,
} satisfies Endpoint;

/** What tries an automation, and changes nothing. */
export const automationTrials: readonly Endpoint[] = [
  checkDraftEndpoint,
  suggestStepEndpoint,
  previewAutomationEndpoint,
  dryRunEndpoint,
  differenceEndpoint,
];
