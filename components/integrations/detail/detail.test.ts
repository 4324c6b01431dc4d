import { describe, expect, test } from "vitest";
import type { IntegrationDto, IssueDto } from "#lib/integrations/schema.ts";
import { accessWords } from "./access-words.ts";
import { selectIntegration } from "./select-integration.ts";

const later = "2027-02-01T00:00:00.000Z";
const forever = { expiresAt: null, isRenewedByItself: false, renewableUntil: null };

function integration(change: Partial<IntegrationDto> = {}): IntegrationDto {
  return {
    id: "int_1",
    provider: "slack",
    providerName: "Slack",
    environment: "sandbox",
    status: "connected",
    account: { id: "T1", label: "Ana's Kitchen" },
    settings: {},
    scopes: [],
    missingScopes: [],
    issues: [],
    connectedAt: "2026-11-23T12:00:00.000Z",
    disconnectedAt: null,
    disconnectReason: null,
    access: forever,
    lastSuccessAt: null,
    lastErrorAt: null,
    lastErrorMessage: null,
    ...change,
  };
}

const revoked: IssueDto = {
  id: "iss_1",
  cause: "revoked",
  message: "Connect it again.",
  detail: null,
  fix: "reconnect",
  openedAt: "2026-11-23T12:00:00.000Z",
  closedAt: null,
};

describe("how long the access lasts", () => {
  test.each<[string, Partial<IntegrationDto>, string, string | null]>([
    ["keys", {}, "Doesn't expire", null],
    ["a token that ends", { access: { ...forever, expiresAt: later } }, "Ends", later],
    [
      "a token that is renewed",
      { access: { ...forever, expiresAt: later, isRenewedByItself: true } },
      "Renews automatically",
      null,
    ],
    [
      "a renewal that ends without use",
      { access: { expiresAt: null, isRenewedByItself: true, renewableUntil: later } },
      "Renews automatically, as long as it is used",
      later,
    ],
    [
      "what renews itself was withdrawn",
      { status: "needs_attention", issues: [revoked], access: { ...forever, isRenewedByItself: true } },
      "Not accepted by the app any more",
      null,
    ],
    ["it was disconnected", { status: "disconnected" }, "None", null],
  ])("%s", (_name, change, text, at) => {
    expect(accessWords(integration(change))).toEqual({ text, at });
  });
});

describe("the connection that an app's page shows", () => {
  const works = integration({ id: "int_works" });
  const fails = integration({ id: "int_fails", status: "needs_attention" });
  const ended = integration({ id: "int_ended", status: "disconnected" });

  test("is the one in the address, also when it has ended", () => {
    expect(selectIntegration([works, fails, ended], "int_ended")).toBe(ended);
  });

  test("is else the one that needs someone, and then one that works", () => {
    expect(selectIntegration([works, fails, ended], "int_gone")).toBe(fails);
    expect(selectIntegration([ended, works], undefined)).toBe(works);
  });

  test("is none where all have ended: the page then offers to connect", () => {
    expect(selectIntegration([ended], undefined)).toBeUndefined();
  });
});
