import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import { toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { say } from "#lib/failures/say.ts";
import { scopeParam } from "#lib/failures/values.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { type Chosen, chosenIn, getFixedValue } from "./chosen.ts";
import type { Drift } from "./drift.ts";
import { listWhole } from "./list-whole.ts";
import { findPlaceDrift } from "./place-drift.ts";
import type { ReliedUse } from "./relies-on-schema.ts";
import type { Use } from "./uses.ts";

/** @param unjudged beginnings of the subjects that nothing can be said about now: a list did not come, or not whole */
export type AccountDrift = {
  drifts: Drift[];
  unjudged: string[];
  noted: Pick<ReliedUse, "resources" | "places">;
};

/**
 * What the account no longer has of what a use relies on: permissions, what was chosen from its lists, and what the
 * places of a list meant. A list that fails, or is too long to be read, says nothing.
 */
export async function findAccountDrift(
  use: Use,
  integration: IntegrationRow,
  before: ReliedUse | undefined,
): Promise<AccountDrift> {
  const { id: provider, name: app, actions, resources } = await loadProviderFor(integration);
  const outcome: AccountDrift = {
    drifts: [],
    unjudged: [],
    noted: { resources: { ...before?.resources }, places: { ...before?.places } },
  };
  const action = lookUp(actions, use.action);
  if (!action) return outcome;
  const step = use.stepKey;
  const missing = action.scopes.filter((scope) => !integration.scopes.includes(scope));
  for (const scope of missing) {
    const said = { step, app, provider, permissions: scopeParam(provider, scope) };
    const subject = `${use.part} scope ${scope}`;
    outcome.drifts.push({
      stepKey: step,
      subject,
      said: say("drift_permission_missing", said),
      repair: null,
    });
  }
  const input = fixedInputs(use.mapping);
  for (const chosen of chosenIn(use.mapping, toInputShape(action))) {
    const resource = lookUp(resources, chosen.resource);
    if (!resource || resource.isOpen) continue;
    await findResourceDrift({ use, integration, resource, chosen, input, outcome });
  }
  await findPlaceDrift({ use, integration, action, input, outcome });
  return outcome;
}

async function findResourceDrift({
  use,
  integration,
  resource,
  chosen: { field, title, resource: listed, value },
  input,
  outcome,
}: {
  use: Use;
  integration: IntegrationRow;
  resource: Resource;
  chosen: Chosen;
  input: Readonly<Record<string, unknown>>;
  outcome: AccountDrift;
}): Promise<void> {
  const { name: app } = getManifest(integration);
  const subject = `${use.part} resource ${field} ${value}`;
  const key = `${field} ${value}`;
  const wanted: ReturnType<NonNullable<Resource["narrow"]>> = resource.narrow
    ? resource.narrow(input, value)
    : { id: value };
  if (wanted === null) return;
  if (!resource.scopes.every((scope) => integration.scopes.includes(scope))) {
    outcome.unjudged.push(subject);
    return;
  }
  const items = await listWhole(integration, listed, resource, wanted.search);
  if (items === null) {
    outcome.unjudged.push(subject);
    return;
  }
  const there = items.find(({ id }) => isSameId(id, wanted.id));
  if (there) {
    outcome.noted.resources[key] = { id: there.id, label: there.label };
    return;
  }
  const noted = lookUp(outcome.noted.resources, key);
  if (resource.isPartial && noted === undefined) return;
  const label = noted?.label ?? value;
  const same = items.filter((item) => item.label === label && label !== value);
  const [only] = same;
  const isEvident = only !== undefined && same.length === 1 && input[field] === value;
  const said = { step: use.stepKey, app, field: title, label };
  outcome.drifts.push({
    stepKey: use.stepKey,
    subject,
    said: isEvident ? say("drift_resource_replaced", said) : say("drift_resource_gone", said),
    repair: isEvident
      ? { kind: "change", part: use.part, values: { [field]: { kind: "fixed", value: only.id } } }
      : null,
  });
}

/** Some apps take names in whichever case. No app has two ids that differ in it alone. */
function isSameId(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** The inputs of a mapping that are the same for each event. */
function fixedInputs(mapping: Mapping): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([name, value]) => {
      const fixed = getFixedValue(value);
      return fixed === undefined ? [] : [[name, fixed]];
    }),
  );
}
