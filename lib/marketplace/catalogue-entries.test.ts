import { describe, expect, test } from "vitest";
import { findBrandIcon } from "#components/marketplace/brand-icons.ts";
import { customWebhookId } from "#components/marketplace/custom-webhook-id.ts";
import { zapierId } from "#components/marketplace/zapier/zapier-id.ts";
import { categorySchema } from "../providers/contract/categories.ts";
import { manifests } from "../providers/manifests.ts";
import { plannedApps } from "./catalogue/planned.ts";
import { catalogueEntries } from "./catalogue-entries.ts";

const entries = catalogueEntries();
/** Available without an account to connect: lib/webhooks and lib/zapier do their work. */
const withoutAccount = [customWebhookId, zapierId];

describe("the catalogue", () => {
  test("has 47 entries, each under an id of its own", () => {
    expect(entries).toHaveLength(47);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(47);
    expect(new Set(entries.map(({ name }) => name)).size).toBe(47);
  });

  test("has the twelve apps that merchants were promised", () => {
    expect(entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "shopify",
        "stripe",
        "mailchimp",
        "hubspot",
        "slack",
        "google-sheets",
        "woocommerce",
        "sendgrid",
        "salesforce",
        "paypal",
        "zapier",
        "custom-webhook",
      ]),
    );
  });

  test("has something on every shelf", () => {
    expect(new Set(entries.map(({ category }) => category))).toEqual(new Set(categorySchema.options));
  });

  test("calls available only what has code behind it", () => {
    const available = entries.filter(({ status }) => status === "available");
    const withCode = [...manifests.map(({ id }) => id), ...withoutAccount];
    expect(available.map(({ id }) => id).toSorted()).toEqual(withCode.toSorted());
  });
});

describe.each(entries)("$id", ({ id, summary, docsUrl }) => {
  test("has an id in kebab-case", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("says what it does in one sentence of at most 120 characters", () => {
    expect(summary.length).toBeLessThanOrEqual(120);
    expect(summary).toMatch(/^[A-Z][^.!?]*\.$/);
  });

  test("links to documentation over https", () => {
    expect(new URL(docsUrl).protocol).toBe("https:");
  });
});

test("each slug of a mark has a mark to draw", () => {
  const slugs = entries.flatMap(({ icon }) => icon ?? []);
  expect(slugs.length).toBeGreaterThan(0);
  for (const slug of slugs) {
    expect(findBrandIcon(slug), slug).toMatchObject({
      slug,
      path: expect.stringMatching(/^M/i),
      hex: expect.stringMatching(/^[0-9A-F]{6}$/),
    });
  }
});

test("available apps come first, then by category and name", () => {
  const categories = categorySchema.options;
  const keys = entries.map(
    ({ status, category, name }) => [status, categories.indexOf(category), name] as const,
  );
  const sorted = keys.toSorted(
    (a, b) => a[0].localeCompare(b[0]) || a[1] - b[1] || a[2].localeCompare(b[2], "en"),
  );
  expect(keys).toEqual(sorted);
});

test("an app that can be connected is no planned one as well: its manifest is its entry", () => {
  const connectable = new Set(manifests.map(({ id }) => id));
  expect(plannedApps.filter(({ id }) => connectable.has(id))).toEqual([]);
});
