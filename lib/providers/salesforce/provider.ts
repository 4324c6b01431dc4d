import type { Provider } from "../contract/provider.ts";
import { createLead } from "./actions/create-lead.ts";
import { createOpportunity } from "./actions/create-opportunity.ts";
import { upsertRecord } from "./actions/upsert-record.ts";
import { identify } from "./identify.ts";
import { manifest } from "./manifest.ts";
import { externalIdFields, leadFields } from "./resources/fields.ts";
import { objects } from "./resources/objects.ts";
import { opportunityStages } from "./resources/opportunity-stages.ts";

export const salesforce = {
  ...manifest,
  identify,
  actions: {
    "create-lead": createLead,
    "create-opportunity": createOpportunity,
    "upsert-record": upsertRecord,
  },
  resources: {
    objects,
    "lead-fields": leadFields,
    "opportunity-stages": opportunityStages,
    "external-id-fields": externalIdFields,
  },
  // Salesforce sends no webhooks about records or apps; that access was revoked shows when it is next used.
  inbound: null,
  sync: {},
  // What goes wrong is explained where it is received.
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
