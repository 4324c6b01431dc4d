import type { Provider } from "../contract/provider.ts";
import { sendEmail } from "./actions/send-email.ts";
import { sendTemplate } from "./actions/send-template.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { manifest } from "./manifest.ts";
import { templates } from "./resources/templates.ts";
import { verifiedSenders } from "./resources/verified-senders.ts";

export const sendgrid = {
  ...manifest,
  identify,
  actions: { "send-email": sendEmail, "send-template": sendTemplate },
  resources: { templates, "verified-senders": verifiedSenders },
  inbound,
  sync: {},
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
