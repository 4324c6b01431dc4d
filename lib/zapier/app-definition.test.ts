import { describe, expect, test } from "vitest";
import zapierSchema from "zapier-platform-schema";
import appPackage from "#integrations/zapier/package.json" with { type: "json" };
import app from "#integrations/zapier/src/index.ts";
import { triggerKey } from "#integrations/zapier/src/triggers.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { isZapierCatalogueStale } from "#scripts/zapier-event-types.ts";

/** Functions as Zapier writes them down before it judges a definition: `$func$<number of arguments>$f$`. */
function withoutFunctions(value: unknown): unknown {
  if (typeof value === "function") return `$func$${value.length}$f$`;
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutFunctions(inner)]));
}

function findProblems(definition: unknown): string[] {
  const { errors } = zapierSchema.validateAppDefinition(withoutFunctions(definition));
  return errors.map(({ property, message }) => `${property} ${message}`);
}

describe("the app at Zapier", () => {
  test("is a definition that Zapier's schema accepts", () => {
    expect(findProblems(app)).toEqual([]);
  });

  test("would be refused by that schema if a trigger's key had the dot of its event type", () => {
    const triggers = { "order.paid": { ...app.triggers.order_paid, key: "order.paid" } };
    expect(findProblems({ ...app, triggers })).toContainEqual(expect.stringContaining("order.paid"));
  });

  test("has a trigger for each event type of the catalogue", () => {
    expect(Object.keys(app.triggers)).toEqual(eventCatalogue.map(({ type }) => triggerKey(type)));
  });

  test("carries the catalogue as it is now: else run node scripts/zapier-event-types.ts", () => {
    expect(isZapierCatalogueStale()).toBe(false);
  });

  test("names the versions that its package.json names", () => {
    expect(app.version).toBe(appPackage.version);
    expect(app.platformVersion).toBe(appPackage.dependencies["zapier-platform-core"]);
  });

  test.each(Object.values(app.triggers))("$key says in Zapier's form what starts it", ({ display, noun }) => {
    expect(display.description).toMatch(/^Triggers when this happens: .*\.$/);
    expect(display.label).toMatch(/^([A-Z]\S*)( [A-Z]\S*)*$/);
    expect(noun).toBe(`${display.label} Event`);
  });

  test("labels each value of a sample", () => {
    const trigger = app.triggers.order_paid;
    expect(trigger?.operation.outputFields).toEqual(
      expect.arrayContaining([
        { key: "id", label: "Event ID", type: "string" },
        { key: "data__totalAmount", label: "Total Amount", type: "integer" },
        { key: "data__customer__email", label: "Customer Email", type: "string" },
        { key: "data__payment__paidAt", label: "Payment Paid At", type: "datetime" },
        { key: "data__lines[]unitAmount", label: "Lines Unit Amount", type: "integer" },
      ]),
    );
  });
});
