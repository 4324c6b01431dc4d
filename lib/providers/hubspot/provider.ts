import type { Provider } from "../contract/provider.ts";
import { createDealAction } from "./actions/create-deal.ts";
import { upsertContact } from "./actions/upsert-contact.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound.ts";
import { manifest } from "./manifest.ts";
import { contacts } from "./resources/contacts.ts";
import { pipelines, stages } from "./resources/pipelines.ts";
import { contactProperties, dealProperties } from "./resources/properties.ts";

export const hubspot = {
  ...manifest,
  identify,
  actions: { "upsert-contact": upsertContact, "create-deal": createDealAction },
  resources: {
    pipelines,
    stages,
    "contact-properties": contactProperties,
    "deal-properties": dealProperties,
    contacts,
  },
  inbound,
  sync: {},
  // The client puts every refusal into words itself.
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
