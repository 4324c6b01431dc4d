import { vi } from "vitest";
import { testConformance } from "../conformance/suite.ts";
import { acmeNotes } from "./provider.ts";

// The example from which apps are made is in neither the registry nor the catalogue.
vi.mock("#lib/providers/registry.ts", async () => {
  const { acmeNotes: example } = await import("./provider.ts");
  return { providers: [example], findProvider: (id: string) => (id === example.id ? example : undefined) };
});
vi.mock("#lib/marketplace/catalogue/planned.ts", () => ({
  plannedApps: [{ id: "acme-notes", category: "documents" }],
}));

testConformance(acmeNotes);
