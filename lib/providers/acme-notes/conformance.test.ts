import { vi } from "vitest";
import { testConformance } from "../conformance/suite.ts";
import { acmeNotes } from "./provider.ts";

// The example from which apps are made is not in the registry.
vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => {
  const { createRegistry } = await import("../testing/create-registry.ts");
  return createRegistry([(await import("./provider.ts")).acmeNotes]);
});

testConformance(acmeNotes);
