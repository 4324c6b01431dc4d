import { describe, expect, test } from "vitest";
import { findLines } from "./find-lines.ts";
import type { ShellCommand } from "./shell-command.ts";

const items = ["Overview", "Webhooks", "Deliveries", "Connected apps", "API keys"].map((label) => ({
  label,
  href: `/${label}`,
  icon: null,
}));

const commands: ShellCommand[] = [
  { id: "create-webhook", kind: "page", label: "Create webhook", href: "/webhooks/new" },
  { id: "app-slack", kind: "app", label: "Slack", href: "/marketplace/slack", hint: "Connect" },
  { id: "wh_01042a", kind: "thing", label: "Kitchen printer", href: "/webhooks/wh_01042a", hint: "Webhook" },
  {
    id: "int_1",
    kind: "thing",
    label: "Shopify · Trattoria Ana",
    href: "/marketplace/shopify",
    hint: "Connected app",
    ids: ["int_1", "T1042SLACK"],
  },
];

function find(text: string) {
  const { pages, hasSearch, things } = findLines(text, items, commands);
  return [
    ...pages.map(({ label }) => label),
    ...(hasSearch ? ["(search)"] : []),
    ...things.map(({ label }) => label),
  ];
}

describe("findLines", () => {
  test.each([
    ["1042", ["(search)"]],
    ["order 1042", ["(search)"]],
    ["Mara Klein", ["(search)"]],
    ["help", ["(search)"]],
    ["itchen", ["(search)"]],
    ["slack", ["Slack", "(search)"]],
    ["web", ["Webhooks", "Create webhook", "(search)", "Kitchen printer"]],
    ["webhooks", ["Webhooks", "(search)"]],
    ["kitchen", ["(search)", "Kitchen printer"]],
    ["trattoria shopify", ["(search)", "Shopify · Trattoria Ana"]],
    ["T1042SLACK", ["(search)", "Shopify · Trattoria Ana"]],
    ["T1042", ["(search)"]],
    ["connected", ["Connected apps", "(search)", "Shopify · Trattoria Ana"]],
  ])("%j shows %j", (text, lines) => {
    expect(find(text)).toEqual(lines);
  });

  test("without a text all pages and things are shown, and no app that is not connected", () => {
    expect(find(" ")).toEqual([
      ...items.map(({ label }) => label),
      "Create webhook",
      "Kitchen printer",
      "Shopify · Trattoria Ana",
    ]);
  });
});
