import type { Tx } from "#db/client.ts";
import { eventShape } from "#lib/automations/checking/definition-problems.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import { toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { lookUp } from "#lib/look-up.ts";
import { formatPath } from "#lib/parse.ts";
import { type ReliedUse, type ReliesOn, reliesOnSchema } from "./relies-on-schema.ts";
import { listUses, type Use } from "./uses.ts";

/**
 * What a definition relies on by today's schemas. What was noted of the account before is kept for whatever still is
 * filled in the same way: publishing something else must not take for granted what has changed there meanwhile.
 */
export async function noteReliance(
  tx: Tx,
  merchantId: string,
  definition: Definition,
  before: { definition: Definition; reliesOn: unknown } | null,
): Promise<ReliesOn> {
  const uses = listUses(definition);
  const lookUpAction = await findActions(tx, merchantId, uses);
  const outputs = new Map(
    definition.steps.map((step) => {
      const { action } = lookUpAction(step);
      return [step.key, action === null ? shapeOfType("any") : toOutputShape(action)] as const;
    }),
  );
  const shapes = { event: eventShape(definition.eventType), outputs };
  const usesBefore = new Map((before ? listUses(before.definition) : []).map((use) => [use.key, use]));
  const noted = reliesOnSchema.safeParse(before?.reliesOn).data ?? {};
  return Object.fromEntries(
    uses.map((use): [string, ReliedUse] => {
      const { action } = lookUpAction(use);
      const input = action === null ? shapeOfType("any") : toInputShape(action);
      const former = usesBefore.get(use.key);
      const known = former?.integrationId === use.integrationId ? lookUp(noted, use.key) : undefined;
      const chosen = Object.entries(input.fields).flatMap(([name, { shape }]) =>
        shape.resource === null && name !== action?.places?.field ? [] : [name],
      );
      return [
        use.key,
        {
          integrationId: use.integrationId,
          action: use.action,
          scopes: [...(action?.scopes ?? [])],
          inputs: Object.keys(use.mapping).map((name) => ({
            path: name,
            type: lookUp(input.fields, name)?.shape.type ?? "any",
          })),
          required: Object.entries(input.fields).flatMap(([name, { isRequired }]) =>
            isRequired ? [name] : [],
          ),
          sources: listSources(use.mapping, shapes),
          resources: known?.resources ?? {},
          places: known && former && isSame(former, use, chosen) ? known.places : {},
        },
      ];
    }),
  );
}

/** Whether the same action fills these inputs in the same way. */
function isSame(one: Use, other: Use, names: readonly string[]): boolean {
  const what = ({ action, mapping }: Use) => JSON.stringify([action, names.map((name) => mapping[name])]);
  return what(one) === what(other);
}

export type SourceShapesNow = { event: Shape; outputs: ReadonlyMap<string, Shape> };

/** The shape of what a mapping reads; null = there is no such field. @param from `event`, or a step's key */
export function shapeAt(
  { event, outputs }: SourceShapesNow,
  { from, path }: { from: string; path: Path },
): Shape | null {
  const whole = from === "event" ? event : (outputs.get(from) ?? shapeOfType("any"));
  return followPath(whole, path)?.shape ?? null;
}

function listSources(mapping: Mapping, shapes: SourceShapesNow): ReliedUse["sources"] {
  const found = new Map<string, ReliedUse["sources"][number]>();
  for (const source of placesRead(mapping)) {
    const path = formatPath(source.path);
    const type = shapeAt(shapes, source)?.type ?? "any";
    found.set(`${source.from} ${path}`, { from: source.from, path, type });
  }
  return [...found.values()];
}

/** Where a mapping reads from, order lines aside: they are read through the list that they are in. */
export function placesRead(mapping: Mapping): { from: string; path: Path }[] {
  return Object.values(mapping).flatMap(placesIn);
}

function placesIn(value: Value): { from: string; path: Path }[] {
  switch (value.kind) {
    case "field":
      return [{ from: "event", path: value.path }];
    case "result":
      return [{ from: value.step, path: value.path }];
    case "text":
      return value.parts.flatMap((part) => (typeof part === "string" ? [] : placesIn(part)));
    case "object":
      return Object.values(value.fields).flatMap(placesIn);
    case "list":
      return value.items.flatMap(placesIn);
    case "each_line":
      return [{ from: "event", path: value.over }, ...placesIn(value.item)];
    default:
      return [];
  }
}
