import { describe, expect, test } from "vitest";
import { maxFailingDestinations, type Overview } from "#lib/overview/overview-schema.ts";
import { deliveredNote, eventsNote, waitingNote } from "./figure-notes.ts";
import { arrivedShare, describeHealth, pausedText } from "./health.ts";
import { automations, failing, late, quiet, soonOver, switchedOff, well } from "./testing/overview.ts";

describe("the health line", () => {
  test.each<[string, Partial<Overview>, string, RegExp]>([
    ["no webhook", { webhooks: 0 }, "neutral", /^Nothing is set up yet.*listed.*not sent later/],
    [
      "no webhook, but an automation",
      { webhooks: 0, automations: automations() },
      "success",
      /^Everything is working.*Nothing had to be delivered/,
    ],
    [
      "an automation fails",
      { automations: automations({ failingSince: "2026-10-02T18:00:00.000Z" }, { reviews: 2 }) },
      "warning",
      /^1 automation needs attention\. Your other automations are not affected\.$/,
    ],
    [
      "an app has changed under two automations, and orders have not arrived",
      { automations: automations({ issues: 1 }, { issues: 2 }), retrying: [late] },
      "warning",
      /^2 automations need attention\..*3 orders have not reached Till yet\.$/,
    ],
    [
      "runs wait for a person",
      { automations: automations({ reviews: 2 }, { decisions: 1 }) },
      "info",
      /^3 runs wait for you\./,
    ],
    [
      "the only webhook is paused, and an automation is on",
      { webhooks: 1, switchedOff: 1, automations: automations() },
      "success",
      /^Everything is working/,
    ],
    [
      "nothing to do",
      {},
      "success",
      /^Everything is working.*Nothing had to be delivered.*Every destination is ready/,
    ],
    [
      "all arrived",
      { last24h: { ...quiet, delivered: 9 } },
      "success",
      /^Everything is working.*has arrived/,
    ],
    [
      "one gave up, and nothing fails any more",
      { last24h: { ...quiet, failed: 1 } },
      "warning",
      /^1 delivery did not arrive\. Nothing fails at the moment\.$/,
    ],
    [
      "orders that have not arrived yet, though nothing fails any more",
      { retrying: [late], last24h: { ...quiet, delivered: 9 } },
      "warning",
      /^3 orders have not reached Till yet\. .*tried again automatically\.$/,
    ],
    [
      "scans among what has not arrived, and one gave up",
      {
        retrying: [{ ...late, orders: null, deliveries: 1, description: "" }],
        last24h: { ...quiet, failed: 1 },
      },
      "warning",
      /^1 delivery has not reached pos\.example\.com yet\. .*1 delivery failed for good\.$/,
    ],
    [
      "orders that an automation has failed with once",
      { retrying: [{ ...late, kind: "automation", url: "", description: "Kitchen" }] },
      "warning",
      /^3 orders have not gone through Kitchen yet\. .*tried again automatically\.$/,
    ],
    [
      "runs about no order",
      { retrying: [{ ...late, kind: "automation", url: "", description: "Kitchen", orders: null }] },
      "warning",
      /^5 runs have not gone through Kitchen yet\./,
    ],
    [
      "two webhooks lack something",
      { retrying: [late, late] },
      "warning",
      /^10 deliveries have not arrived yet/,
    ],
    ["one fails", { unwell: [failing] }, "warning", /^1 webhook needs attention.*keeps sending/],
    [
      "one is off, and another lacks orders",
      { unwell: [{ ...switchedOff, waiting: 0 }], retrying: [late] },
      "danger",
      /^1 webhook needs attention\. 3 orders have not reached Till yet\. Events are held/,
    ],
    [
      "one is off",
      { unwell: [failing, { ...switchedOff, waiting: 0 }] },
      "danger",
      /^2 webhooks need attention.*are held .*, and sent when you resume it\.$/,
    ],
    [
      "one is off, two are held for it, and others for one that is paused",
      { unwell: [failing, { ...switchedOff, waiting: 2 }], last24h: { ...quiet, held: 9 } },
      "danger",
      /^2 webhooks need attention\. 2 deliveries are held, and sent when you resume the webhook\.$/,
    ],
    [
      "two are off, and some are held",
      { unwell: [switchedOff, switchedOff] },
      "danger",
      /^2 webhooks need attention\. 2 deliveries are held, and sent when you resume the webhooks\.$/,
    ],
    [
      "one of two is paused, and nothing was due but what is held",
      { switchedOff: 1, last24h: { ...quiet, held: 4 } },
      "success",
      /^Everything is working\. Apart from what is held, nothing had to be delivered in the last 24 hours\.$/,
    ],
    [
      "all are paused, though some failed before",
      { switchedOff: 2, last24h: { ...quiet, failed: 3, held: 1 } },
      "neutral",
      /^Every webhook is paused\. 1 delivery is held, and sent when you resume them\.$/,
    ],
    [
      "the only one is paused, and nothing happened since",
      { webhooks: 1, switchedOff: 1 },
      "neutral",
      /^Your webhook is paused\. New events are held, and sent when you resume it\.$/,
    ],
    [
      "what is held fails soon, though every webhook is paused",
      { switchedOff: 2, heldSoonOver: [soonOver] },
      "warning",
      /^What is held for Bar fails soon\. .*sent if you resume the webhook before then\.$/,
    ],
    [
      "what is held for an automation and a webhook fails soon",
      { heldSoonOver: [soonOver, { ...soonOver, webhookId: "aut_1", kind: "automation", url: "" }] },
      "warning",
      /^What is held for 2 webhooks and automations fails soon\. .*if you resume what is paused before then\.$/,
    ],
    [
      "what is held for two fails soon, and another lacks orders",
      { switchedOff: 2, heldSoonOver: [soonOver, { ...soonOver, description: "" }], retrying: [late] },
      "warning",
      /^What is held for 2 webhooks fails soon\. 3 orders have not reached Till yet\./,
    ],
    [
      "more than are listed",
      { unwell: Array.from({ length: maxFailingDestinations }, () => failing) },
      "warning",
      /^10 or more webhooks need attention/,
    ],
  ])("%s", (_name, change, tone, words) => {
    const health = describeHealth({ ...well, ...change });
    expect(health.tone).toBe(tone);
    expect(`${health.title}. ${health.meaning}`).toMatch(words);
  });

  test.each<[string, Partial<Overview>, number, RegExp]>([
    ["alone", {}, 1, /^1 app needs attention\. .*use it for does not work\. Your webhooks are not affected/],
    [
      "before there is a webhook",
      { webhooks: 0 },
      2,
      /^2 apps need attention\. .*use them for does not work\.$/,
    ],
    ["beside a webhook that fails", { unwell: [failing] }, 1, /^1 webhook and 1 app need attention/],
    ["beside what has not arrived yet", { retrying: [late] }, 1, /3 orders have not reached Till yet/],
    ["beside what did not arrive", { last24h: { ...quiet, failed: 2 } }, 1, /2 deliveries did not arrive/],
  ])("never says that all is well while an app needs someone: %s", (_name, change, apps, words) => {
    const { tone, title, meaning } = describeHealth(
      { ...well, ...change },
      { apps: { inNeed: apps, waiting: 0 }, attention: 0 },
    );
    expect(tone).toBe("warning");
    expect(`${title}. ${meaning}`).toMatch(words);
  });

  test("speaks of an order that nobody has seen to before all else", () => {
    const needs = { apps: { inNeed: 3, waiting: 0 }, attention: 2 };
    const { tone, title } = describeHealth({ ...well, unwell: [failing] }, needs);
    expect(`${tone}: ${title}`).toBe("danger: 2 orders need attention");
  });

  test("asks nothing of anybody for an app that only needs time, and does not say that all is well either", () => {
    const { tone, title, meaning } = describeHealth(well, { apps: { inNeed: 0, waiting: 2 }, attention: 0 });
    expect(`${tone}: ${title}. ${meaning}`).toMatch(
      /^warning: 2 apps are not responding\. You need not do anything/,
    );
    expect(
      describeHealth({ ...well, unwell: [failing] }, { apps: { inNeed: 0, waiting: 1 }, attention: 0 }).title,
    ).toBe("1 webhook needs attention");
  });

  test("never speaks for every destination while one is paused", () => {
    for (const last24h of [quiet, { ...quiet, delivered: 9 }, { ...quiet, failed: 1 }]) {
      const { title, meaning } = describeHealth({ ...well, switchedOff: 1, last24h });
      expect(`${title}. ${meaning}`).not.toMatch(/every destination|has arrived\.$/i);
    }
  });

  test("leads to what failed, and to what is paused", () => {
    const failed = describeHealth({ ...well, last24h: { ...quiet, failed: 2 } });
    expect(failed.action).toEqual({ href: "/deliveries?status=failed", label: "See what failed" });
    expect(describeHealth({ ...well, switchedOff: 2 }).action?.href).toBe("/webhooks?status=paused");
    expect(describeHealth(well).action).toBeUndefined();
  });
});

describe("webhooks that someone paused", () => {
  test.each<[string, Partial<Overview>, string | null]>([
    ["none", {}, null],
    ["one of two", { switchedOff: 1 }, "1 webhook is paused: new events are held for it."],
    ["many", { webhooks: 9, switchedOff: 3 }, "3 webhooks are paused: new events are held for them."],
    [
      "with what is held",
      { switchedOff: 1, last24h: { ...quiet, held: 1_200 } },
      "1 webhook is paused: 1,200 deliveries are held.",
    ],
    [
      "beside one that Patchbay switched off, whose deliveries are not theirs",
      { switchedOff: 1, unwell: [{ ...switchedOff, waiting: 2 }], last24h: { ...quiet, held: 5 } },
      "1 webhook is paused: 3 deliveries are held.",
    ],
    ["all, which the health line says", { switchedOff: 2 }, null],
    [
      "all, while the health line speaks of what fails soon",
      { switchedOff: 2, heldSoonOver: [soonOver], last24h: { ...quiet, held: 240 } },
      "2 webhooks are paused: 240 deliveries are held.",
    ],
    [
      "one, beside one that fails",
      { switchedOff: 1, unwell: [failing] },
      "1 webhook is paused: new events are held for it.",
    ],
  ])("%s", (_name, change, text) => {
    expect(pausedText({ ...well, ...change })).toBe(text);
  });
});

describe("below the figures stands", () => {
  test("how many events no webhook got", () => {
    expect(eventsNote({ eventsToNowhere: 0 })).toBe("in the last 24 hours");
    expect(eventsNote({ eventsToNowhere: 1_200 })).toBe("1,200 not sent anywhere");
  });

  test("the share that arrived and how fast", () => {
    expect(deliveredNote({ delivered: 0, failed: 0, p95Ms: null })).toBe("nothing to send");
    expect(deliveredNote({ delivered: 0, failed: 1, p95Ms: null })).toBe("0% delivered");
    expect(deliveredNote({ delivered: 3, failed: 1, p95Ms: 180 })).toMatch(
      /^75% delivered, 95% within 180\sms$/,
    );
  });

  test("what the waiting ones wait for", () => {
    expect(waitingNote({ pending: 0, held: 0 })).toBe("nothing waits");
    expect(waitingNote({ pending: 1, held: 0 })).toBe("sent when it is due");
    expect(waitingNote({ pending: 2, held: 0 })).toBe("sent when they are due");
    expect(waitingNote({ pending: 2, held: 4 })).toBe("4 held");
  });
});

test("100 % arrived means each of them, and none finished is no share", () => {
  expect(arrivedShare({ delivered: 9_999, failed: 1 })).toBe(99.9);
  expect(arrivedShare({ delivered: 3, failed: 0 })).toBe(100);
  expect(arrivedShare({ delivered: 0, failed: 0 })).toBeNull();
});
