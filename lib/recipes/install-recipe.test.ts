import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { listAutomations } from "#lib/automations/list-automations.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { encodeCursor } from "#lib/listing/cursor.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { mailchimp } from "#lib/providers/mailchimp/provider.ts";
import { shopify } from "#lib/providers/shopify/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { getRecipe } from "./get-recipe.ts";
import { installRecipe } from "./install-recipe.ts";
import { listRecipes } from "./list-recipes.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [slack, googleSheets, mailchimp, shopify])
    releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

async function setScene() {
  const ctx = await createTestMerchant();
  const integrationId = await connectedIn(ctx, { provider: "slack" });
  const install = (input: Record<string, unknown>) =>
    runVerb(installRecipe, { ctx, input: { id: "kitchen-messages", ...input } });
  return { ctx, integrationId, install };
}
const kitchen = (integrationId: string, more = {}) => ({ roles: { kitchen: { integrationId, ...more } } });
const faults = (...fieldErrors: object[]) => ({ status: 422, fieldErrors });

describe("the list", () => {
  test("says what each recipe asks for, and what the merchant has of it", async () => {
    const { ctx, integrationId, install } = await setScene();
    const before = await getRecipe({ ctx, input: { id: "restaurant-orders" } });
    expect(before.missingApps.map(({ id }) => id)).toEqual(["shopify", "mailchimp", "google-sheets"]);
    expect(before.roles[0]).toMatchObject({
      name: "kitchen",
      app: { id: "slack", name: "Slack" },
      resource: { id: "channels", title: "Channels" },
      suggestedName: "kitchen",
      connections: [{ integrationId, status: "connected", environment: "sandbox" }],
    });
    expect(before.automations).toEqual([]);
    const { id, name } = await install(kitchen(integrationId));
    expect(await getRecipe({ ctx, input: { id: "kitchen-messages" } })).toMatchObject({
      missingApps: [],
      automations: [{ id, name }],
    });
  });

  test("is filtered by trade, app and words, and goes on where its page ended", async () => {
    const { ctx } = await setScene();
    const ids = async (input: object) => (await listRecipes({ ctx, input })).data.map(({ id }) => id);
    expect(await ids({ trade: "hotel" })).toContain("room-service");
    expect(await ids({ trade: "hotel" })).not.toContain("kitchen-messages");
    const ofHubspot = await ids({ provider: "hubspot" });
    expect(ofHubspot).toContain("crm-contacts");
    expect(ofHubspot).not.toContain("kitchen-messages");
    expect(await ids({ search: "slack kitchen" })).toContain("kitchen-messages");
    const { data, nextCursor } = await listRecipes({ ctx, input: { limit: "2" } });
    const [next] = await ids({ limit: "2", cursor: nextCursor });
    expect(data.map(({ id }) => id)).not.toContain(next);
    expect(await ids({ limit: "100" })).toEqual([...new Set(await ids({ limit: "100" }))]);
  });

  test("offers no connection of another merchant, and none that was ended", async () => {
    const { ctx, integrationId } = await setScene();
    const stranger = await createTestMerchant();
    const getRoles = async (who: typeof ctx) =>
      (await getRecipe({ ctx: who, input: { id: "kitchen-messages" } })).roles[0]?.connections;
    expect(await getRoles(stranger)).toEqual([]);
    await disconnect({ ctx, input: { id: integrationId } });
    expect(await getRoles(ctx)).toEqual([]);
  });
});

test("an installed recipe is a draft with the choices in it, and knows its recipe", async () => {
  const { integrationId, install } = await setScene();
  const made = await install(kitchen(integrationId, { resource: "C0ORDERS001" }));
  expect(made).toMatchObject({
    name: "Paid orders to the kitchen",
    recipeId: "kitchen-messages",
    status: "draft",
    draft: {
      eventType: "order.paid",
      steps: [
        {
          integrationId,
          mapping: { channel: { kind: "fixed", value: "C0ORDERS001" } },
          mode: "live",
          freshForSeconds: 1_200,
          mustReach: { withinSeconds: 120, otherwise: null },
        },
      ],
    },
  });
});

test("it is switched on at once where that is asked for, and can be installed twice", async () => {
  const { ctx, integrationId, install } = await setScene();
  const first = await install({ ...kitchen(integrationId), publish: true, name: "Evening" });
  expect(first).toMatchObject({ name: "Evening", status: "active", liveVersion: 1 });
  await install(kitchen(integrationId));
  expect((await listAutomations({ ctx, input: {} })).data).toHaveLength(2);
});

test("what a role suggests is taken where nothing was chosen", async () => {
  const { integrationId, install } = await setScene();
  const { draft } = await install(kitchen(integrationId));
  expect(draft.steps[0]?.mapping).toMatchObject({ channel: { value: "C0KITCHEN01" } });
});

test("a new spreadsheet is made with the recipe's headings, once for one key of the caller's", async () => {
  const ctx = await createTestMerchant();
  const integrationId = await connectedIn(ctx, { provider: "google-sheets" });
  const input = { id: "order-sheet", roles: { orders: { integrationId, make: true } } };
  const idempotencyKey = "install-1";
  const { draft } = await installRecipe({ ctx, input, idempotencyKey });
  const again = await installRecipe({ ctx, input, idempotencyKey });
  const spreadsheet = draft.steps[0]?.mapping.spreadsheet;
  expect(again.draft.steps[0]?.mapping.spreadsheet).toEqual(spreadsheet);
  const list = { id: integrationId, resource: "spreadsheets", limit: "100" };
  const ids = (await listResource({ ctx, input: list })).data.map(({ id }) => ({ kind: "fixed", value: id }));
  expect(ids).toContainEqual(spreadsheet);
});

describe("what is not right is refused with its path, and nothing is made", () => {
  test("roles", async () => {
    const { ctx, integrationId, install } = await setScene();
    const sheets = await connectedIn(ctx, { provider: "google-sheets" });
    const stranger = await connectedIn(await createTestMerchant(), { provider: "slack" });
    const refusals: [Record<string, unknown>, object[]][] = [
      [
        { roles: {} },
        [{ path: "roles.kitchen", message: { code: "recipe_choose_connection", params: { app: "Slack" } } }],
      ],
      [{ roles: { kitchen: {} } }, [{ path: "roles.kitchen.integrationId" }]],
      [{ roles: { ...kitchen(integrationId).roles, bar: { integrationId } } }, [{ path: "roles.bar" }]],
      [kitchen("int_unknown"), [{ path: "roles.kitchen.integrationId" }]],
      [
        kitchen(stranger),
        [{ path: "roles.kitchen.integrationId", message: { code: "publish_no_connection" } }],
      ],
      [kitchen(sheets), [{ path: "roles.kitchen.integrationId", message: { code: "recipe_other_app" } }]],
      [
        kitchen(integrationId, { resource: "C0NOWHERE01" }),
        [{ path: "roles.kitchen.resource", message: { code: "recipe_no_such_entry" } }],
      ],
      [
        kitchen(integrationId, { make: true }),
        [{ path: "roles.kitchen.make", message: { code: "recipe_cannot_make" } }],
      ],
      [{ ...kitchen(integrationId), answers: { colour: "red" } }, [{ path: "answers.colour" }]],
      [{ ...kitchen(integrationId), name: " " }, [{ path: "name" }]],
    ];
    for (const [input, fieldErrors] of refusals) {
      await expect(install(input)).rejects.toMatchObject(faults(...fieldErrors));
    }
    const rows = await db().select().from(automations).where(eq(automations.merchantId, ctx.merchantId));
    expect(rows).toEqual([]);
  });

  test("a connection that was ended", async () => {
    const { ctx, integrationId, install } = await setScene();
    await disconnect({ ctx, input: { id: integrationId } });
    await expect(install(kitchen(integrationId))).rejects.toMatchObject(
      faults({ path: "roles.kitchen.integrationId", message: { code: "publish_disconnected" } }),
    );
  });

  test("parts of one step that lie in two accounts", async () => {
    const ctx = await createTestMerchant();
    const one = await connectedIn(ctx, { provider: "mailchimp" });
    const other = await connectedIn(ctx, { provider: "mailchimp", account: "new" });
    const roles = { list: { integrationId: one }, template: { integrationId: other } };
    await expect(installRecipe({ ctx, input: { id: "menu-campaigns", roles } })).rejects.toMatchObject(
      faults({ path: "roles.template.integrationId", message: { code: "recipe_one_connection" } }),
    );
  });

  test("an entry for a part that has no list, and none where several would do", async () => {
    const { ctx } = await setScene();
    const shop = await connectedIn(ctx, {
      provider: "shopify",
      query: { shop: `${ctx.merchantId.replaceAll("_", "-")}.myshopify.com` },
    });
    await expect(
      installRecipe({
        ctx,
        input: { id: "shopify-orders", roles: { shop: { integrationId: shop, resource: "x" } } },
      }),
    ).rejects.toMatchObject(
      faults({ path: "roles.shop.resource", message: { code: "recipe_takes_no_entry" } }),
    );
    const list = await connectedIn(ctx, { provider: "mailchimp" });
    await db().execute(sql`UPDATE sandbox_objects SET data = data || '{"name": "Others"}' WHERE kind = 'list'
      AND account_id IN (SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId})`);
    await expect(
      installRecipe({ ctx, input: { id: "regulars-list", roles: { list: { integrationId: list } } } }),
    ).rejects.toMatchObject(
      faults({ path: "roles.list.resource", message: { code: "recipe_choose_entry" } }),
    );
  });

  test("a page of the list that there is not", async () => {
    const { ctx } = await setScene();
    const cursor = encodeCursor(["no-such-recipe"]);
    await expect(listRecipes({ ctx, input: { cursor } })).rejects.toMatchObject(faults({ path: "cursor" }));
  });

  test("answers of another form", async () => {
    const { ctx, integrationId } = await setScene();
    const roles = { mail: { integrationId } };
    for (const subject of ["", 5, "x".repeat(201), { mode: "review" }]) {
      await expect(
        runVerb(installRecipe, { ctx, input: { id: "receipts", roles, answers: { subject } } }),
      ).rejects.toMatchObject(faults({ path: "answers.subject" }));
    }
  });

  test("an answer that has no default and is not given", async () => {
    const { ctx, integrationId } = await setScene();
    const roles = { paypal: { integrationId }, mail: { integrationId } };
    await expect(installRecipe({ ctx, input: { id: "payment-links", roles } })).rejects.toMatchObject(
      faults({ path: "answers.thanks", message: { code: "recipe_answer_needed" } }),
    );
  });

  test("a recipe that is not there", async () => {
    const { ctx } = await setScene();
    for (const id of ["nothing", "constructor", "__proto__"]) {
      await expect(installRecipe({ ctx, input: { id, roles: {} } })).rejects.toMatchObject({ status: 404 });
      await expect(getRecipe({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
    }
  });
});
