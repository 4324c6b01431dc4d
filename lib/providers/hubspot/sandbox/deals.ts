import { z } from "zod";
import type {
  SandboxDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
  SandboxStore,
} from "../../sandbox-kit/contract.ts";
import { invalidInput, notFound, ok } from "./answers.ts";
import { allPipelines } from "./pipelines.ts";
import { listProperties, typePattern } from "./property.ts";
import { askedProperties, findRecord, type SandboxRecord, show } from "./record.ts";
import { invalidValues, type PropertyProblem } from "./validate.ts";
import { addRecord } from "./write-record.ts";

const root = `^api\\.hubapi\\.com/crm/objects/2026-09/${typePattern.deals}`;

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

/** https://developers.hubspot.com/docs/api-reference/latest/crm/objects/deals/guide */
export const dealRoutes: readonly SandboxRoute[] = [
  {
    methods: ["POST"],
    match: new RegExp(`${root}$`),
    access: "api",
    scope: "crm.objects.deals.write",
    handle: create,
  },
  {
    methods: ["GET"],
    match: new RegExp(`${root}/(?<id>[^/]+)$`),
    access: "api",
    scope: "crm.objects.deals.read",
    handle: readOne,
  },
];

async function create({ json }: SandboxRequest, desk: SandboxDesk): Promise<SandboxReply> {
  const given = creation.safeParse(json);
  if (!given.success) return invalidInput(`Invalid input JSON: ${z.prettifyError(given.error)}`);
  const { associations } = given.data;
  const contactIds = associations.map(({ to }) => to.id);
  for (const id of contactIds) {
    const contact = await findRecord(desk.store, "contacts", id, null);
    if (!contact)
      return invalidInput(`No contact with ID ${id} exists. Some objects to associate were not found.`);
  }
  const placed = await placeDeal(desk.store, given.data.properties);
  if ("problems" in placed) return invalidValues(placed.problems);
  const written = await addRecord(desk, "deals", placed.properties, contactIds);
  if ("refused" in written) return written.refused;
  if ("conflictWith" in written) {
    const name = written.conflictWith;
    const message = `A deal with this value for ${name} already exists.`;
    return invalidValues([{ name, error: "CONFLICTING_UNIQUE_VALUE", message }]);
  }
  return ok(show("deals", written.record, Object.keys(placed.properties)), 201);
}

/** Without a pipeline, a deal goes into the default one; its stage must be one of that pipeline. */
async function placeDeal(
  store: SandboxStore,
  given: Readonly<Record<string, string>>,
): Promise<{ properties: Record<string, string> } | { problems: PropertyProblem[] }> {
  const pipelines = await allPipelines(store);
  const pipelineId = given.pipeline ?? "default";
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  if (!pipeline) return { problems: [notAnOption("pipeline", pipelineId, pipelines)] };
  const stageId = given.dealstage ?? pipeline.stages[0]?.id ?? "";
  if (!pipeline.stages.some(({ id }) => id === stageId)) {
    return { problems: [notAnOption("dealstage", stageId, pipeline.stages)] };
  }
  return { properties: { ...given, pipeline: pipelineId, dealstage: stageId } };
}

function notAnOption(name: string, value: string, options: readonly { id: string }[]): PropertyProblem {
  const allowed = options.map(({ id }) => id).join(", ");
  return {
    name,
    error: "INVALID_OPTION",
    message: `${value} was not one of the allowed options: [${allowed}]`,
  };
}

async function readOne(
  { url }: SandboxRequest,
  { store }: SandboxDesk,
  { id = "" }: Readonly<Record<string, string>>,
): Promise<SandboxReply> {
  const idProperty = url.searchParams.get("idProperty");
  if (idProperty !== null && !(await listProperties(store, "deals")).get(idProperty)?.hasUniqueValue) {
    return invalidInput(`Property ${idProperty} is not a unique property of deals.`);
  }
  const deal = await findRecord(store, "deals", id, idProperty);
  if (!deal) return notFound();
  const isContactAsked = url.searchParams.getAll("associations").join(",").split(",").includes("contacts");
  return ok({
    ...show("deals", deal, askedProperties(url)),
    ...(isContactAsked ? associationsOf(deal) : {}),
  });
}

function associationsOf({ contactIds }: SandboxRecord) {
  if (contactIds.length === 0) return {};
  const results = contactIds.map((id) => ({ id, type: "deal_to_contact" }));
  return { associations: { contacts: { results } } };
}
