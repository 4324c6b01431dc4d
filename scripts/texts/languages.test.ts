import { expect, test } from "vitest";
import { compareLanguage } from "./languages.ts";

const english = {
  messages: new Map([
    ["webhook_gone", "{name} is gone."],
    ["slack.channel_archived", "This channel is archived."],
  ]),
  texts: new Map([
    ["orders.count", "{count, plural, one {# order} other {# orders}} of <link>{name}</link>"],
  ]),
};

test("a language that has every text is found right, in an order of its own", () => {
  const language = {
    messages: { webhook_gone: "Fort ist {name}.", "slack.channel_archived": "Der Kanal ist archiviert." },
    texts: { orders: { count: "<link>{name}</link>: {count, plural, one {# Auftrag} other {# Aufträge}}" } },
  };
  expect(compareLanguage("de", english, language)).toEqual({ problems: [], missing: [] });
});

test("what it lacks is listed, and is no fault: it is shown in English", () => {
  expect(compareLanguage("de", english, { messages: { webhook_gone: "{name} fehlt." }, texts: {} })).toEqual({
    problems: [],
    missing: ["slack.channel_archived", "orders.count"],
  });
});

test("a text that English does not have, one that cannot be read, and a parameter that nobody gives are faults", () => {
  const language = {
    messages: { webhook_gone: "{nom} fehlt.", webhook_here: "Da." },
    texts: { orders: { count: "{count, plural, one {# Auftrag}}" } },
  };
  expect(compareLanguage("de", english, language).problems).toEqual([
    'de: webhook_gone needs "nom", which English does not have',
    "de: there is no text webhook_here",
    expect.stringMatching(/^de: orders\.count cannot be read: /),
  ]);
});
