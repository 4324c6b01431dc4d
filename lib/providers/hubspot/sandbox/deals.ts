import { z } from "zod";
import { type Asked, Refused } from "../../sandbox-kit/api.ts";
import type { SandboxReply, SandboxStore } from "../../sandbox-kit/contract.ts";
import { allPipelines } from "./account.ts";
import { invalidInput, notFound, ok, readBody, route } from "./answers.ts";
import { listProperties, typePattern } from "./properties.ts";
import { addRecord, askedProperties, findRecord, type SandboxRecord, show } from "./records.ts";
import { invalidValues } from "./validate.ts";

/** The schema `SimplePublicObjectInputForCreate`; deals go with contacts only here (association type 3). */
const creation = z.strictObject({
  properties: z.record(z.string(), z.string()),
  associations: z.array(
    z.strictObject({
      to: z.strictObject({ id: z.string() }),
      types: z.tuple([
        z.strictObject({
          associationCategory: z.literal("HUBSPOT_DEFINED"),
          associationTypeId: z.literal(3),
        }),
      ]),
    }),
  ),
});

const path = `/crm/objects/2026-09/${typePattern.deals}`;

/** https://developers.hubspot.com/docs/api-reference/latest/crm/objects/deals/guide */
export const dealRoutes = [
  route("POST", path, create, { scope: "crm.objects.deals.write" }),
  route("GET", `${path}/(?<id>[^/]+)`, readOne, { scope: "crm.objects.deals.read" }),
];

async function create(asked: Asked): Promise<SandboxReply> {
  const { associations, properties } = readBody(asked, creation);
  const { context } = asked;
  const contactIds = associations.map(({ to }) => to.id);
  for (const id of contactIds) {
    const contact = await findRecord(context.store, "contacts", id, null);
    if (!contact)
      return invalidInput(`No contact with ID ${id} exists. Some objects to associate were not found.`);
  }
  const placed = await placeDeal(context.store, properties);
  const deal = await addRecord(context, "deals", placed, contactIds, (name) => {
    const message = `A deal with this value for ${name} already exists.`;
    return invalidValues([{ name, error: "CONFLICTING_UNIQUE_VALUE", message }]);
  });
  return ok(show("deals", deal, Object.keys(placed)), 201);
}

/** Without a pipeline, a deal goes into the default one; its stage must be one of that pipeline. @throws {Refused} */
async function placeDeal(
  store: SandboxStore,
  properties: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const pipelines = await allPipelines(store);
  const pipelineId = properties.pipeline ?? "default";
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  if (!pipeline) throw notAnOption("pipeline", pipelineId, pipelines);
  const stageId = properties.dealstage ?? pipeline.stages[0]?.id ?? "";
  if (!pipeline.stages.some(({ id }) => id === stageId)) {
    throw notAnOption("dealstage", stageId, pipeline.stages);
  }
  return { ...properties, pipeline: pipelineId, dealstage: stageId };
}

function notAnOption(name: string, value: string, options: readonly { id: string }[]): Refused {
  const allowed = options.map(({ id }) => id).join(", ");
  const message = `${value} was not one of the allowed options: [${allowed}]`;
  return new Refused(invalidValues([{ name, error: "INVALID_OPTION", message }]));
}

async function readOne({ request, query, part, context: { store } }: Asked): Promise<SandboxReply> {
  const idProperty = query.get("idProperty");
  if (idProperty !== null && !(await listProperties(store, "deals")).get(idProperty)?.hasUniqueValue) {
    return invalidInput(`Property ${idProperty} is not a unique property of deals.`);
  }
  const deal = await findRecord(store, "deals", part("id"), idProperty);
  if (!deal) return notFound();
  const isContactAsked = query.getAll("associations").join(",").split(",").includes("contacts");
  return ok({
    ...show("deals", deal, askedProperties(request.url)),
    ...(isContactAsked ? toAssociations(deal) : {}),
  });
}

function toAssociations({ contactIds }: SandboxRecord) {
  if (contactIds.length === 0) return {};
  const results = contactIds.map((id) => ({ id, type: "deal_to_contact" }));
  return { associations: { contacts: { results } } };
}
