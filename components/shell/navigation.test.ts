import { describe, expect, test } from "vitest";
import { currentHref, groupItems, type NavItem } from "./navigation.ts";

const items: NavItem[] = [
  { href: "/", label: "Overview", icon: null },
  { href: "/events", label: "Events", icon: null },
  { href: "/events/types", label: "Event catalogue", icon: null, group: "Build" },
  { href: "/keys", label: "API keys", icon: null, group: "Build" },
];

describe("currentHref", () => {
  test.each([
    ["/", "/"],
    ["/events", "/events"],
    ["/events/evt_1", "/events"],
    ["/events/types/order.paid", "/events/types"],
    ["/eventsource", undefined],
    ["/nowhere", undefined],
  ])("on %s the current item is %s", (pathname, expected) => {
    expect(currentHref(items, pathname)).toBe(expected);
  });
});

describe("groupItems", () => {
  test("keeps the order of groups and items", () => {
    expect(groupItems(items).map(({ group, items: members }) => [group, members.length])).toEqual([
      [undefined, 2],
      ["Build", 2],
    ]);
  });
});
