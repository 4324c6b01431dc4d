import { afterEach, describe, expect, test, vi } from "vitest";
import { announceOutcome, type ConnectOutcome, listenForOutcome, outcomeHref } from "./connect-channel.ts";
import { connectErrorWords } from "./connect-error-words.ts";
import { findRefusal } from "./find-refusal.ts";
import { installHref } from "./install-href.ts";

describe("the address at which a connection begins", () => {
  test("carries what was typed, and leaves out what was not", () => {
    expect(
      installHref({
        provider: "shopify",
        fields: { shop: "ana & co.myshopify.com", note: "" },
        environment: "sandbox",
        integrationId: undefined,
      }),
    ).toBe("/api/oauth/shopify/install?shop=ana+%26+co.myshopify.com&environment=sandbox");
  });

  test("needs nothing but the app", () => {
    expect(installHref({ provider: "slack" })).toBe("/api/oauth/slack/install");
  });
});

describe("the word from the popup", () => {
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  function heard(): { outcomes: ConnectOutcome[]; first: Promise<void> } {
    const outcomes: ConnectOutcome[] = [];
    const first = new Promise<void>((resolve) => {
      stops.push(
        listenForOutcome((outcome) => {
          outcomes.push(outcome);
          resolve();
        }),
      );
    });
    return { outcomes, first };
  }

  test("reaches the page that opened it", async () => {
    const { outcomes, first } = heard();
    announceOutcome({ provider: "slack", search: "connected=int_1" });
    await first;
    expect(outcomes.map(outcomeHref)).toEqual(["/marketplace/slack?connected=int_1"]);
  });

  test("never leads anywhere but to an app's page", async () => {
    const { outcomes, first } = heard();
    announceOutcome({ provider: "/evil.example", search: "" });
    announceOutcome({ provider: "slack", search: "" });
    await first;
    expect(outcomes).toEqual([{ provider: "slack", search: "" }]);
  });
});

test("a connection that failed for a reason unknown to the page still says what it means", () => {
  const { title, meaning } = connectErrorWords("something_new", "Slack");
  expect(title).toContain("Slack");
  expect(meaning).toContain("Nothing was connected");
});

describe("before the page is left for the app's own", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const answerWith = (answer: () => Promise<unknown>) => vi.stubGlobal("fetch", answer);

  test("204 means that the connection can begin", async () => {
    answerWith(async () => ({ status: 204 }));
    expect(await findRefusal("/api/oauth/shopify/install?shop=ana")).toBeNull();
  });

  test("what is wrong with a field comes back to it", async () => {
    const errors = [{ path: "shop", message: "Give your shop's address" }];
    answerWith(async () => Response.json({ detail: "Some fields are not valid.", errors }, { status: 422 }));
    expect(await findRefusal("/api/oauth/shopify/install?shop=%20")).toEqual({
      message: "Some fields are not valid.",
      problems: errors,
    });
  });

  test.each<[string, () => Promise<unknown>]>([
    ["no connection", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["an answer in no known form", async () => new Response("<html>", { status: 502 })],
  ])("%s is told, and nothing is lost", async (_name, answer) => {
    answerWith(answer);
    expect((await findRefusal("/api/oauth/shopify/install"))?.message).toContain("still here");
  });
});
