import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { badRequest, type KnownParameters, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { findCard } from "../cards.ts";
import { newId } from "../documents.ts";
import { expanded } from "../expand.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import { customerDocument, customerView, requireCustomer, saveCustomer } from "./customer.ts";
import { methodDocument, methodView, requireMethod, saveMethod } from "./method.ts";

const newCustomer: KnownParameters = {
  description: "text",
  email: "text",
  "expand[]": "text",
  "metadata[*]": "text",
  name: "text",
  phone: "text",
};
const methodPath = /^api\.stripe\.com\/v1\/payment_methods\/(?<id>\w+)$/;
const listedMethods: KnownParameters = { ...listParameters, customer: "text", type: "text" };

/** https://docs.stripe.com/api/customers, https://docs.stripe.com/api/payment_methods */
export const customerRoutes: readonly SandboxRoute[] = [
  inAccount("POST", /^api\.stripe\.com\/v1\/customers$/, async ({ request, work }) => {
    const parameters = readParameters(request.form, newCustomer);
    const text = (name: string) => parameters.text(name) ?? null;
    const made = {
      id: newId("cus"),
      created: work.seconds,
      description: text("description"),
      email: text("email"),
      name: text("name"),
      phone: text("phone"),
      metadata: parameters.metadata(),
    };
    await saveCustomer(work, made);
    await work.tell("customer.created", customerView(made));
    return expanded(work, customerView(made), parameters);
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/customers$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, { ...listParameters, email: "text" });
    const email = parameters.text("email");
    return listing(work, parameters, {
      kind: "customer",
      schema: customerDocument,
      url: "/v1/customers",
      labels: email === undefined ? [] : [`email:${email}`],
      view: customerView,
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/customers\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    return expanded(work, customerView(await requireCustomer(work, groups.id ?? "", 404)), parameters);
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/customers\/(?<id>\w+)\/payment_methods$/, async (args) => {
    const { request, work, groups } = args;
    const { id } = await requireCustomer(work, groups.id ?? "", 404);
    const parameters = readParameters(request.url.searchParams, listedMethods);
    return listing(work, parameters, {
      kind: "payment_method",
      schema: methodDocument,
      url: `/v1/customers/${id}/payment_methods`,
      labels: [`customer:${id}`],
      view: methodView,
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/payment_methods$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, listedMethods);
    const customer = parameters.text("customer");
    return listing(work, parameters, {
      kind: "payment_method",
      schema: methodDocument,
      url: "/v1/payment_methods",
      labels: customer === undefined ? [] : [`customer:${customer}`],
      view: methodView,
    });
  }),
  inAccount("GET", methodPath, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    return expanded(work, methodView(await requireMethod(work, groups.id ?? "")), parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/payment_methods\/(?<id>\w+)\/attach$/, async (args) => {
    const { request, work, groups } = args;
    const parameters = readParameters(request.form, { customer: "text", "expand[]": "text" });
    const customer = await requireCustomer(work, parameters.require("customer"));
    const id = groups.id ?? "";
    const known = await work.store.get("payment_method", id, methodDocument);
    if (known && known.customer !== null && known.customer !== customer.id) {
      throw badRequest("The payment method you provided has already been attached to a customer.");
    }
    if (!known && findCard(id).failure !== null) {
      throw badRequest("Your card was declined.", "payment_method", "card_declined");
    }
    // A test card is everybody's: what is attached is one of its own.
    const own = known ?? { id: newId("pm"), card: id, created: work.seconds, metadata: {} };
    const attached = { ...own, customer: customer.id };
    await saveMethod(work, attached);
    await work.tell("payment_method.attached", methodView(attached));
    return expanded(work, methodView(attached), parameters);
  }),
  inAccount(
    "POST",
    /^api\.stripe\.com\/v1\/payment_methods\/(?<id>\w+)\/detach$/,
    async ({ work, groups }) => {
      const detached = { ...(await requireMethod(work, groups.id ?? "")), customer: null };
      await saveMethod(work, detached);
      await work.tell("payment_method.detached", methodView(detached));
      return { status: 200, json: methodView(detached) };
    },
  ),
];
