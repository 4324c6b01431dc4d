import { z } from "zod";
import { automationDto } from "#lib/automations/schema.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";

export const tradeSchema = z.enum(["restaurant", "cafe", "shop", "salon", "hotel", "any"]);

export const listRecipesInput = z.strictObject({
  ...pageInput,
  trade: tradeSchema.optional(),
  provider: shortText(100).optional().describe("Only recipes that use this app"),
  search: trimmedText(200).optional(),
});
export const recipeIdInput = z.strictObject({ id: shortText(100) });

export const filledRoleInput = z.strictObject({
  integrationId: shortText(60).min(1, saidParam(say("field_needed"))),
  resource: shortText(500)
    .min(1, saidParam(say("field_needed")))
    .optional()
    .describe("Id of an entry of the role's list. Left out: the one that the role suggests, or the only one"),
  make: z.boolean().optional().describe("true: a new one is made at the app, where the role offers it"),
});

export const moneyAnswer = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("live"),
    limit: z.strictObject({
      amount: z.int().min(1).max(99_999_999_999).describe("In minor units such as cents"),
      currency: shortText(20).regex(/^[A-Z]{3}$/, saidParam(say("field_currency"))),
    }),
  }),
  z.strictObject({ mode: z.literal("review") }),
]);

export const installRecipeInput = z.strictObject({
  id: shortText(100),
  roles: z.record(shortText(60), filledRoleInput).describe("Each role by its name"),
  answers: z
    .record(shortText(60), z.union([shortText(20_000), z.int(), moneyAnswer]))
    .default({})
    .describe("Answers to the recipe's questions by their names; what is left out takes its default"),
  name: trimmedText(200)
    .min(1, saidParam(say("field_needed")))
    .optional()
    .describe("Of the automation; default: the title"),
  publish: z.boolean().default(false).describe("Switch it on at once; otherwise it is a draft"),
});

const app = z.object({ id: z.string(), name: z.string() });

const connectionDto = z.object({
  integrationId: z.string(),
  label: z.string(),
  status: z.enum(["connected", "needs_attention"]),
  environment: z.enum(["live", "sandbox"]),
});

const roleDto = z.object({
  name: z.string(),
  app,
  title: z.string(),
  help: z.string(),
  resource: z
    .object({ id: z.string(), title: z.string() })
    .nullable()
    .describe("The app's list that an entry is chosen of; null = the connection is enough"),
  suggestedName: z.string().nullable().describe("What such an entry is often called"),
  make: z.object({ title: z.string() }).nullable().describe("A new one can be made at the installation"),
  connections: z
    .array(connectionDto)
    .describe("The merchant's connections to the app; empty = connect it first"),
});
export type RoleDto = z.infer<typeof roleDto>;

const questionDto = z.object({
  name: z.string(),
  kind: z
    .enum(["text", "url", "amount", "money"])
    .describe("amount: in minor units. money: { mode: live, limit } or { mode: review }"),
  title: z.string(),
  help: z.string(),
  default: z
    .union([z.string(), z.int()])
    .nullable()
    .describe("null = it has to be answered; of money: review"),
  step: z.string().nullable().describe("The key of the step that a question about money is about"),
});

export const recipeDto = z.object({
  id: z.string(),
  trades: z.array(z.object({ id: tradeSchema, label: z.string() })),
  title: z.string(),
  benefit: z.string(),
  event: z.object({ type: z.string(), title: z.string() }),
  hasCondition: z.boolean().describe("It is not for every event of the type"),
  apps: z.array(app),
  steps: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      app,
      role: z.string(),
      action: z.string(),
      mode: z.enum(["live", "review"]).describe("review: each waits for a person's yes"),
      hasCondition: z.boolean().describe("It is skipped for some events"),
      freshForSeconds: z.int().nullable(),
      mustReachWithinSeconds: z.int().nullable(),
    }),
  ),
  roles: z.array(roleDto),
  questions: z.array(questionDto),
  missingApps: z.array(app).describe("What has to be connected before it can be installed"),
  automations: z.array(z.object({ id: z.string(), name: z.string() })).describe("What was installed from it"),
});
export type RecipeDto = z.infer<typeof recipeDto>;

export const recipePage = pageOf(recipeDto);
export const installedDto = automationDto;
