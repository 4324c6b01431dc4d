import { describe, expect, test } from "vitest";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { getAppState } from "./app-state.ts";
import { groupByState } from "./group-by-state.ts";

function app(id: string, status: CatalogueEntryDto["status"]): CatalogueEntryDto {
  return {
    id,
    name: id,
    category: { id: "messaging", label: "Team messages" },
    summary: "",
    docsUrl: "https://example.com",
    icon: null,
    status,
    actions: [],
    scopes: [],
  };
}

function connection(provider: string, status: IntegrationDto["status"]): IntegrationDto {
  return {
    id: `int_${provider}_${status}`,
    provider,
    providerName: provider,
    environment: "sandbox",
    status,
    account: { id: "1", label: "Ana's Kitchen" },
    settings: {},
    scopes: [],
    missingScopes: [],
    issues: [],
    connectedAt: "2026-11-23T12:00:00.000Z",
    disconnectedAt: null,
    disconnectReason: null,
    access: { expiresAt: null, isRenewedByItself: false, renewableUntil: null },
    lastSuccessAt: null,
    lastErrorAt: null,
    lastErrorMessage: null,
  };
}

describe("each app stands on one shelf", () => {
  const apps = [app("slack", "available"), app("shopify", "available"), app("toast", "planned")];
  const idsOn = (group: readonly { app: CatalogueEntryDto }[]) => group.map((entry) => entry.app.id);

  test("what needs attention goes before what works, though another account of it works", () => {
    const groups = groupByState(apps, [
      connection("slack", "connected"),
      connection("slack", "needs_attention"),
      connection("shopify", "connected"),
    ]);
    expect(idsOn(groups.needingAttention)).toEqual(["slack"]);
    expect(idsOn(groups.connected)).toEqual(["shopify"]);
    expect(idsOn(groups.available)).toEqual([]);
    expect(idsOn(groups.planned)).toEqual(["toast"]);
  });

  test("what is connected from its own side stands with what works", () => {
    const groups = groupByState(apps, [], new Set(["slack"]));
    expect(idsOn(groups.connected)).toEqual(["slack"]);
    expect(idsOn(groups.available)).toEqual(["shopify"]);
  });

  test("what was disconnected can be connected again, and is not listed as an account", () => {
    const groups = groupByState(apps, [connection("slack", "disconnected")]);
    expect(idsOn(groups.available)).toEqual(["slack", "shopify"]);
    expect(groups.available[0]?.integrations).toEqual([]);
  });
});

test("the state of an app is its worst connection's", () => {
  expect(getAppState({ status: "available" }, []).word).toBe("Available");
  expect(getAppState({ status: "available" }, [{ status: "disconnected" }]).word).toBe("Available");
  expect(getAppState({ status: "available" }, [{ status: "connected" }]).word).toBe("Connected");
  expect(
    getAppState({ status: "available" }, [{ status: "connected" }, { status: "needs_attention" }]).word,
  ).toBe("Needs attention");
  expect(getAppState({ status: "available" }, [], true).word).toBe("Connected");
  expect(getAppState({ status: "planned" }, []).word).toBe("Coming soon");
});
