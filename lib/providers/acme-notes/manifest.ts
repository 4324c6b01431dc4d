import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "acme-notes",
  name: "Acme Notes",
  category: "documents",
  words,
  summary: "Adds a note to your list for each order.",
  benefits: ["What guests order stands in your list at once."],
  docsUrl: "https://acme-notes.example/developers",
  icon: null,
  api: {
    version: "v1",
    endsOn: null,
    source: "https://acme-notes.example/developers/versions",
  },
  setUp: ["Have an account at Acme Notes, and make a key under Settings, API."],
  developerApp: null,
  auth,
  // How often an account may be asked: give the address of its documentation here.
  rateLimit: { perIntegration: { requests: 10, seconds: 1 }, perApp: null },
  inboundAddress: null,
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
