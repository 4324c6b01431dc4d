import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { callAction } from "#lib/integrations/calls/call-action.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { FilledRole } from "./fill-recipe.ts";
import { findEntry } from "./find-entry.ts";
import type { Recipe, Role } from "./recipe.ts";
import { rolesIn } from "./roles-in.ts";
import { filledRoleInput } from "./schema.ts";

type RoleChoice = z.output<typeof filledRoleInput>;
type Asker = { merchantId: string; idempotencyKey: string | undefined };

/**
 * What a merchant puts in the place of each role: their own connection to the role's app, and an entry of its list that
 * is there. Nothing is made at an app before all else is known to be right.
 * @throws {AppError} 422 with the path of each role that is not right, and as listing and making at the apps do
 */
export async function fillRoles(
  recipe: Recipe,
  choices: Readonly<Record<string, unknown>>,
  asker: Asker,
): Promise<Record<string, FilledRole>> {
  const names = Object.keys(recipe.roles);
  requireEach(recipe, choices);
  const schema = z.strictObject({
    roles: z.strictObject(Object.fromEntries(names.map((name) => [name, filledRoleInput]))),
  });
  const { roles } = parseInput(schema, { roles: choices });
  const parts = await readParts(recipe, roles, asker.merchantId);
  requireOneConnection(recipe, parts);
  const entries = await Promise.all(parts.map(resolveEntry));
  const faults = entries.flatMap((entry) => ("fault" in entry ? [entry.fault] : []));
  if (faults.length > 0) throw invalidInput(faults);
  const filled: [string, FilledRole][] = [];
  for (const [index, part] of parts.entries()) {
    const entry = entries[index];
    const resource = part.choice.make ? await make(part, asker) : entry && "id" in entry ? entry.id : null;
    filled.push([part.name, { integrationId: part.integration.id, resource }]);
  }
  return Object.fromEntries(filled);
}

function requireEach({ roles }: Recipe, choices: Readonly<Record<string, unknown>>): void {
  const faults = Object.entries(roles).flatMap(([name, { provider }]): FieldFault[] => {
    if (lookUp(choices, name) !== undefined) return [];
    const app = findManifest(provider)?.name ?? provider;
    return [{ path: `roles.${name}`, message: say("recipe_choose_connection", { app }) }];
  });
  if (faults.length > 0) throw invalidInput(faults);
}

type Part = { name: string; role: Role; choice: RoleChoice; integration: IntegrationRow };

async function readParts(
  { roles }: Recipe,
  choices: Readonly<Record<string, RoleChoice>>,
  merchantId: string,
): Promise<Part[]> {
  const ids = Object.values(choices).map(({ integrationId }) => integrationId);
  const rows = await db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, ids)));
  const faults: FieldFault[] = [];
  const parts = Object.entries(roles).flatMap(([name, role]): Part[] => {
    const asked = lookUp(choices, name);
    const integration = rows.find(({ id }) => id === asked?.integrationId);
    const fault = integration ? findFault(role, integration) : say("publish_no_connection");
    if (fault) faults.push({ path: `roles.${name}.integrationId`, message: fault });
    return asked && integration ? [{ name, role, choice: asked, integration }] : [];
  });
  if (faults.length > 0) throw invalidInput(faults);
  return parts;
}

function findFault({ provider }: Role, integration: IntegrationRow): Message | null {
  const { name: found } = getManifest(integration);
  const app = findManifest(provider)?.name ?? provider;
  if (integration.provider !== provider) return say("recipe_other_app", { app, found });
  return integration.status === "disconnected" ? say("publish_disconnected", { app }) : null;
}

/** A step is done through one connection: what its mapping takes of other roles must lie in the same account. */
function requireOneConnection({ roles, steps }: Recipe, parts: readonly Part[]): void {
  const findConnectionId = (name: string) => parts.find((part) => part.name === name)?.integration.id;
  const faults = steps.flatMap(({ role, mapping }) =>
    rolesIn(mapping).flatMap((other): FieldFault[] => {
      if (findConnectionId(other) === findConnectionId(role)) return [];
      const app = findManifest(lookUp(roles, role)?.provider ?? "")?.name ?? "";
      return [{ path: `roles.${other}.integrationId`, message: say("recipe_one_connection", { app }) }];
    }),
  );
  if (faults.length > 0) throw invalidInput(faults);
}

async function resolveEntry({
  name,
  role,
  choice,
  integration,
}: Part): Promise<{ id: string | null } | { fault: FieldFault }> {
  const refuse = (field: string, message: Message) => ({
    fault: { path: `roles.${name}.${field}`, message },
  });
  if (choice.make) return role.make ? { id: null } : refuse("make", say("recipe_cannot_make"));
  if (role.resource === undefined) {
    return choice.resource === undefined ? { id: null } : refuse("resource", say("recipe_takes_no_entry"));
  }
  const resource = lookUp((await loadProviderFor(integration)).resources, role.resource);
  if (!resource) throw new Error(`${integration.provider} has no list ${role.resource}.`);
  try {
    const wanted = { id: choice.resource, suggestedName: role.suggestedName };
    const id = await findEntry(integration, { id: role.resource, resource }, wanted);
    if (id !== null) return { id };
  } catch (error) {
    throw toAppError(error);
  }
  const list = resource.title;
  const code = choice.resource === undefined ? "recipe_choose_entry" : "recipe_no_such_entry";
  return refuse("resource", say(code, { list }));
}

/** Repeated under the same key of the caller's, it is made once. */
async function make({ name, role, integration }: Part, asker: Asker): Promise<string> {
  const offered = role.make;
  const action = offered && lookUp((await loadProviderFor(integration)).actions, offered.action);
  if (!offered || !action) throw new Error(`Nothing can be made for the role ${name}.`);
  const key = createHash("sha256")
    .update(`${asker.idempotencyKey ?? newId("req")}\n${name}`)
    .digest("base64url");
  try {
    const input = action.input.parse(offered.input);
    const { result } = await callAction({ integration, actionId: offered.action, action, input, key });
    return z.string().parse(result[offered.idField]);
  } catch (error) {
    throw toAppError(error);
  }
}
