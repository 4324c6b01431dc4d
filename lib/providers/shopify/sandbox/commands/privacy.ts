import type { SandboxAccountDesk, SandboxCommand } from "#lib/providers/sandbox-kit/contract.ts";
import { listOrders, readShop } from "../shop-side.ts";
import { notifyCompliance } from "../webhooks.ts";

/** The three privacy webhooks: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
export const requestData = {
  title: "A guest asks what is kept of them",
  run: async (desk) => {
    const { customer, orderIds, shop } = await aGuest(desk);
    return answered(
      "customers/data_request",
      await notifyCompliance(desk, "customers/data_request", {
        ...shop,
        orders_requested: orderIds,
        customer,
        data_request: { id: await desk.store.next("data_request") },
      }),
    );
  },
} satisfies SandboxCommand;

export const redactCustomer = {
  title: "A guest asks to be forgotten",
  run: async (desk) => {
    const { customer, orderIds, shop } = await aGuest(desk);
    const payload = { ...shop, customer, orders_to_redact: orderIds };
    return answered("customers/redact", await notifyCompliance(desk, "customers/redact", payload));
  },
} satisfies SandboxCommand;

export const redactShop = {
  title: "48 hours after uninstalling: everything of this shop is to be forgotten",
  run: async (desk) => {
    const { shop } = await aGuest(desk);
    return answered("shop/redact", await notifyCompliance(desk, "shop/redact", shop));
  },
} satisfies SandboxCommand;

/** Whoever placed the first order, with all orders of theirs. */
async function aGuest(desk: SandboxAccountDesk) {
  const { id, domain } = await readShop(desk);
  const orders = await listOrders(desk);
  const email = orders.find(({ data }) => data.email !== null)?.data.email ?? null;
  return {
    shop: { shop_id: Number(id), shop_domain: domain },
    customer: { id: 7_012_300_001, email, phone: null },
    orderIds: orders
      .filter(({ data }) => email !== null && data.email === email)
      .map((order) => Number(order.id)),
  };
}

function answered(topic: string, status: number | null): string {
  if (status === null) return `${topic} was sent, and nobody answered.`;
  return `${topic} was sent and answered with ${status}.`;
}
