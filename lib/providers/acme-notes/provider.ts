import type { Provider } from "../contract/provider.ts";
import { addNote } from "./actions/add-note.ts";
import { identify } from "./identify.ts";
import { manifest } from "./manifest.ts";
import { lists } from "./resources/lists.ts";

export const acmeNotes = {
  ...manifest,
  identify,
  actions: { "add-note": addNote },
  resources: { lists },
  inbound: null,
  sync: {},
  // The client puts every refusal into words itself.
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
