import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import { say } from "#lib/failures/say.ts";
import { listParam } from "#lib/failures/values.ts";
import { newId } from "#lib/ids.ts";
import { callProvider } from "#lib/integrations/calls/call-provider.ts";
import { getManifest, type IntegrationRow } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Action, Places } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { AccountDrift } from "./account-drift.ts";
import type { Use } from "./uses.ts";

/**
 * Compares what the places of an action's list mean at the account with what they meant: the headings of a tab. The
 * first time they are noted. A place without a heading means nothing.
 */
export async function findPlaceDrift({
  use,
  integration,
  action,
  input,
  outcome,
}: {
  use: Use;
  integration: IntegrationRow;
  action: Action;
  input: Record<string, unknown>;
  outcome: AccountDrift;
}): Promise<void> {
  const { places } = action;
  const value = places && use.mapping[places.field];
  if (!places || value?.kind !== "list") return;
  const beginning = `${use.part} place `;
  const now = await readPlaces(integration, places, input);
  if (now === null) {
    outcome.unjudged.push(beginning);
    return;
  }
  const before = lookUp(outcome.noted.places, places.field);
  if (before === undefined) {
    outcome.noted.places[places.field] = now.map((heading) => heading.trim());
    return;
  }
  const { name: app } = getManifest(integration);
  const compared = comparePlaces(
    value.items,
    before,
    now.map((heading) => heading.trim()),
  );
  const step = use.stepKey;
  for (const { from, to } of compared.renamed) {
    outcome.drifts.push({
      stepKey: step,
      subject: `${beginning}${from}`,
      said: say("drift_column_renamed", { step, app, before: from, now: to }),
      repair: { kind: "accept", part: use.part },
    });
  }
  const repair = compared.items && {
    kind: "change" as const,
    part: use.part,
    values: { [places.field]: { kind: "list" as const, items: compared.items } },
  };
  for (const column of compared.gone) {
    const said = say("drift_column_gone", { step, app, column });
    outcome.drifts.push({ stepKey: step, subject: `${beginning}${column}`, said, repair });
  }
  if (compared.moved.length > 0 && compared.gone.length === 0) {
    const columns = listParam(compared.moved.map((heading) => `“${heading}”`));
    outcome.drifts.push({
      stepKey: step,
      subject: `${beginning}moved`,
      said: say("drift_columns_moved", { step, app, columns }),
      repair,
    });
  }
}

type Compared = {
  renamed: { from: string; to: string }[];
  gone: string[];
  moved: string[];
  /** The values in the places where their columns are now; null = nothing has moved, or nobody could say where to. */
  items: Value[] | null;
};

const empty: Value = { kind: "fixed", value: "" };

/** @param items the values, each in the place that it is to go to; before, now: what the places mean, "" = nothing */
export function comparePlaces(
  items: readonly Value[],
  before: readonly string[],
  now: readonly string[],
): Compared {
  const compared: Compared = { renamed: [], gone: [], moved: [], items: null };
  const placed = new Map<number, Value>();
  for (const [place, item] of items.entries()) {
    const heading = before[place] ?? "";
    const here = now[place] ?? "";
    const elsewhere = heading === "" ? -1 : now.indexOf(heading);
    if (heading === here || heading === "") placed.set(place, item);
    else if (elsewhere >= 0) {
      compared.moved.push(heading);
      placed.set(elsewhere, item);
    } else if (here !== "" && !before.includes(here)) {
      compared.renamed.push({ from: heading, to: here });
      placed.set(place, item);
    } else compared.gone.push(heading);
  }
  if (compared.moved.length + compared.gone.length === 0) return compared;
  const width = Math.max(-1, ...placed.keys()) + 1;
  const inOrder = Array.from({ length: width }, (_, place) => placed.get(place) ?? empty);
  const isWhole = placed.size === items.length - compared.gone.length;
  return { ...compared, items: isWhole && inOrder.length > 0 ? inOrder : null };
}

async function readPlaces(
  integration: IntegrationRow,
  { resource, read }: Places,
  input: Record<string, unknown>,
): Promise<readonly string[] | null> {
  try {
    const { result } = await callProvider({
      integration,
      kind: "resource",
      name: resource,
      idempotencyKey: newId("req"),
      run: (call) => read(call, input),
      describe: (places) => [say("call_list_read", { count: places?.length ?? 0 })],
    });
    return result;
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
