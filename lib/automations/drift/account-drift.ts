import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { inputShapeOf } from "#lib/automations/shapes/schema-shapes.ts";
import { say } from "#lib/failures/say.ts";
import { scopeParam } from "#lib/failures/values.ts";
import { type IntegrationRow, providerOf } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Resource } from "#lib/providers/resource.ts";
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
  const { id: provider, name: app, actions, resources } = providerOf(integration);
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
  for (const [field, { shape }] of Object.entries(inputShapeOf(action).fields)) {
    const listed = shape.resource ?? shape.item?.resource ?? null;
    const resource = listed === null ? undefined : lookUp(resources, listed);
    if (listed === null || !resource || resource.isOpen) continue;
    for (const value of textsOf(input[field])) {
      const subject = `${use.part} resource ${field} ${value}`;
      const wanted: ReturnType<NonNullable<Resource["narrow"]>> = resource.narrow
        ? resource.narrow(input, value)
        : { id: value };
      if (wanted === null) continue;
      const items = await listWhole(integration, listed, resource, wanted.search);
      const label = lookUp(outcome.noted.resources, `${field} ${value}`)?.label ?? value;
      if (items === null) {
        outcome.unjudged.push(subject);
        continue;
      }
      const there = items.find(({ id }) => id === wanted.id);
      if (there) {
        outcome.noted.resources[`${field} ${value}`] = { id: there.id, label: there.label };
        continue;
      }
      const name = shape.title ?? field;
      const same = items.filter((item) => item.label === label && label !== value);
      const [only] = same;
      const isEvident = only !== undefined && same.length === 1 && input[field] === value;
      outcome.drifts.push({
        stepKey: step,
        subject,
        said: isEvident
          ? say("drift_resource_replaced", { step, app, field: name, label })
          : say("drift_resource_gone", { step, app, field: name, label }),
        repair: isEvident
          ? { kind: "change", part: use.part, values: { [field]: { kind: "fixed", value: only.id } } }
          : null,
      });
    }
  }
  await findPlaceDrift({ use, integration, action, input, outcome });
  return outcome;
}

function textsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === "string");
}

/** The inputs of a mapping that are the same for each event. */
function fixedInputs(mapping: Mapping): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([name, value]) => {
      const fixed = fixedOf(value);
      return fixed === undefined ? [] : [[name, fixed]];
    }),
  );
}

function fixedOf(value: Value): unknown {
  if (value.kind === "fixed") return value.value;
  if (value.kind !== "text") return undefined;
  const parts = value.parts.filter((part) => typeof part === "string");
  return parts.length === value.parts.length ? parts.join("") : undefined;
}
