import { checkDraft } from "#lib/automations/check-draft.ts";
import {
  checkDraftInput,
  draftCheckDto,
  stepSuggestionsDto,
  suggestStepInput,
} from "#lib/automations/checking/check-schema.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import { previewDto, previewInput } from "#lib/automations/trying/try-schema.ts";
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

/** What tries an automation, and changes nothing. */
export const automationTrials: readonly Endpoint[] = [
  checkDraftEndpoint,
  suggestStepEndpoint,
  previewAutomationEndpoint,
];
