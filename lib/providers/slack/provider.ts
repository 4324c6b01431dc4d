import type { Provider } from "../contract/provider.ts";
import { sendMessage } from "./actions/send-message.ts";
import { classifyError } from "./errors.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound.ts";
import { manifest } from "./manifest.ts";
import { channels } from "./resources/channels.ts";

export const slack = {
  ...manifest,
  identify,
  actions: { "send-message": sendMessage },
  resources: { channels },
  inbound,
  sync: {},
  classifyError,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
