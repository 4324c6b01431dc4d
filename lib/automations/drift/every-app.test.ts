import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { mappingSchema } from "#lib/automations/mapping/mapping-schema.ts";
import { toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { connectApp } from "#lib/recipes/testing/connect-app.ts";
import { findAccountDrift } from "./account-drift.ts";
import { chosenIn } from "./chosen.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of providers) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** Each field of an input that is chosen from a list of the account: where it stands, and the list. */
function listResources(
  shape: Shape,
  field = "",
  listed: string | null = null,
): [field: string, resource: string][] {
  const resource = shape.resource ?? listed;
  if (shape.item) return listResources(shape.item, field, resource);
  const inner = Object.entries(shape.fields).flatMap(([name, { shape: of }]) =>
    listResources(of, field === "" ? name : `${field}.${name}`),
  );
  return resource === null || inner.length > 0 ? inner : [[field, resource]];
}

/** A value that fills all of a shape, with this text in each place that is chosen from a list. */
function filled(shape: Shape, text: string, listed: string | null = null): unknown {
  if (shape.item) return [filled(shape.item, text, shape.resource)];
  const fields = Object.entries(shape.fields);
  if (fields.length > 0)
    return Object.fromEntries(fields.map(([name, { shape: of }]) => [name, filled(of, text)]));
  return (shape.resource ?? listed) === null ? "something" : text;
}

const cases = providers.flatMap((provider) =>
  Object.entries(provider.actions).flatMap(([name, action]) => {
    const lists = listResources(toInputShape(action));
    return lists.length === 0 ? [] : [{ provider, name, action, lists }];
  }),
);
const fixedMapping = (input: Readonly<Record<string, unknown>>) =>
  mappingSchema.parse(
    Object.fromEntries(Object.entries(input).map(([field, value]) => [field, { kind: "fixed", value }])),
  );

test.each(cases)(
  "$provider.id $name: each field that is chosen from a list is looked at, however deep",
  ({ action, lists }) => {
    const shape = toInputShape(action);
    const whole = Object.entries(shape.fields).map(([name, { shape: of }]) => [name, filled(of, "chosen")]);
    const found = chosenIn(fixedMapping(Object.fromEntries(whole)), shape);
    expect(found.map(({ field, resource }) => [field, resource]).toSorted()).toEqual(lists.toSorted());
    expect(found.every(({ value, title }) => value === "chosen" && title !== "")).toBe(true);
  },
);

/** Of what is chosen from these lists nothing is missed, each for a reason. */
const notMissed: Record<string, string> = {
  "mailchimp tags": "the app makes a tag that is not there",
  "mailchimp templates": "the list has the account's own alone; Mailchimp's may be named by number",
  "sendgrid verified-senders": "every address of an authenticated domain may send",
};

/** What the list of these knows an unknown one by. */
const unknown: Record<string, string> = {
  "salesforce external-id-fields": "Contact.Nowhere__c",
  "shopify orders": "gid://shopify/Order/999999",
  "shopify products": "gid://shopify/ProductVariant/999999",
};

describe.each(providers.filter(({ id }) => cases.some(({ provider }) => provider.id === id)))(
  "$id",
  (provider) => {
    test("has what its examples choose, and misses what is not there", async () => {
      const ctx = await createTestMerchant();
      await connectApp(ctx, provider.id);
      const [integration] = await db()
        .select()
        .from(integrations)
        .where(sql`merchant_id = ${ctx.merchantId}`);
      if (!integration) throw new Error("The app was not connected.");
      const judge = async (name: string, input: Record<string, unknown>) => {
        await db().execute(sql`DELETE FROM rate_limits`);
        const mapping = fixedMapping(input);
        const of = { key: "step", stepKey: "step", part: "step", index: 0 } as const;
        const use = { ...of, integrationId: integration.id, action: name, mapping };
        return findAccountDrift(use, integration, undefined);
      };
      for (const { name, action, lists } of cases.filter(({ provider: { id } }) => id === provider.id)) {
        const asChosen = await judge(name, { ...action.example });
        expect([name, asChosen.drifts.map(({ subject }) => subject), asChosen.unjudged]).toEqual([
          name,
          [],
          [],
        ]);
        for (const [field, resource] of lists) {
          const [top = ""] = field.split(".");
          const list = `${provider.id} ${resource}`;
          const shape = toInputShape(action).fields[top]?.shape;
          if (!shape) throw new Error(`${name} has no field ${top}.`);
          const { drifts } = await judge(name, {
            ...action.example,
            [top]: filled(shape, unknown[list] ?? "nowhere"),
          });
          const missed = drifts.some(({ subject }) => subject.startsWith(`step resource ${field} `));
          expect([name, field, missed]).toEqual([name, field, !(list in notMissed)]);
        }
      }
    });
  },
);

test.each([
  ["external-id-fields", { object: "Contact" }, "Number__c", { id: "Contact.Number__c" }],
  ["external-id-fields", { object: "Contact" }, "Lead.Number__c", { id: "Lead.Number__c" }],
  [
    "external-id-fields",
    { object: "Visit__c" },
    "Number__c",
    { id: "Visit__c.Number__c", search: "Visit__c" },
  ],
  // Of which object it is, is not said.
  ["external-id-fields", {}, "Number__c", null],
  ["contacts", {}, "501", { id: "501" }],
  // An address that is new becomes a contact.
  ["contacts", {}, "marta@example.com", null],
])("%s: with %j, %s is looked for as %j", (list, input, value, wanted) => {
  const resource = providers.flatMap(({ resources }) => resources[list] ?? []).at(0);
  expect(resource?.narrow?.(input, value)).toEqual(wanted);
});
