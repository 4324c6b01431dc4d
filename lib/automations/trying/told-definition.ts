import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { ActionReference, FoundAction } from "#lib/automations/naming/find-actions.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import { toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { shownAmount } from "#lib/automations/transforms/decimal-amount.ts";
import { conditionText } from "#lib/automations/words/condition-words.ts";
import { fixedText, sourceText } from "#lib/automations/words/mapping-words.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { placeInStep, settingTitle } from "#lib/automations/words/place-words.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { toLabel } from "#lib/to-label.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { spanText } from "#lib/words/span-text.ts";

/** What a definition says at a place, for people: what the place is called, and what stands there. */
export type Told = { title: string; text: string };

type LookUpAction = (reference: ActionReference) => FoundAction;

/** The settings of a definition beside its steps, by their paths. */
export function toldDefinition({ eventType, condition }: Definition, names: Names): Map<string, Told> {
  const told = new Map([["eventType", findEventType(eventType)?.title ?? eventType]]);
  if (condition !== null) told.set("condition", conditionText(condition, names));
  return titled(told, (path) => settingTitle(path, names.reader.locale) ?? toLabel(path));
}

/** Everything that a step says, by the paths of `stepTexts`. */
export function toldStep(step: Step, names: Names, lookUpAction: LookUpAction): Map<string, Told> {
  const { locale } = names.reader;
  const { mode, condition, limit, freshForSeconds, mustReach, mapping } = step;
  const input = getInputShape(lookUpAction(step));
  const told = new Map<string, string>();
  tellUse(told, "", step, lookUpAction, names);
  told.set("mode", screenText(`mode_${mode}`, {}, locale));
  if (condition) told.set("condition", conditionText(condition, names));
  if (limit) told.set("limit", shownAmount(limit.amount, limit.currency, locale));
  if (freshForSeconds) told.set("freshForSeconds", spanText(freshForSeconds, locale));
  if (mustReach) told.set("mustReach.withinSeconds", spanText(mustReach.withinSeconds, locale));
  tellMapping(told, "mapping", mapping, input, names);
  const second = mustReach?.otherwise ?? null;
  const secondInput = second && getInputShape(lookUpAction(second));
  if (second !== null) {
    tellUse(told, "mustReach.otherwise.", second, lookUpAction, names);
    tellMapping(told, "mustReach.otherwise.mapping", second.mapping, secondInput, names);
  }
  return titled(told, (path) => placeInStep(path, { input, second: secondInput, locale }));
}

function titled(told: ReadonlyMap<string, string>, getTitle: (path: string) => string): Map<string, Told> {
  return new Map([...told].map(([path, text]) => [path, { title: getTitle(path), text }]));
}

function getInputShape({ action }: FoundAction): Shape | null {
  return action && toInputShape(action);
}

function tellUse(
  told: Map<string, string>,
  prefix: string,
  reference: ActionReference,
  lookUpAction: LookUpAction,
  { reader }: Names,
): void {
  const { app, connection, action } = lookUpAction(reference);
  const gone = screenText("connection_gone", {}, reader.locale);
  told.set(`${prefix}integrationId`, app && connection ? `${app.name}, ${connection.label}` : gone);
  told.set(`${prefix}action`, action?.title ?? toLabel(reference.action));
}

function tellMapping(
  told: Map<string, string>,
  prefix: string,
  mapping: Mapping,
  input: Shape | null,
  names: Names,
): void {
  for (const [name, value] of Object.entries(mapping)) {
    tellValue(told, `${prefix}.${name}`, value, { shape: getMember(input, name), line: null }, names);
  }
}

type Place = { shape: Shape | null; line: Shape | null };

function tellValue(
  told: Map<string, string>,
  path: string,
  value: Value,
  { shape, line }: Place,
  names: Names,
): void {
  switch (value.kind) {
    case "object":
      for (const [name, inner] of Object.entries(value.fields)) {
        tellValue(told, `${path}.${name}`, inner, { shape: getMember(shape, name), line }, names);
      }
      return;
    case "list":
      for (const [at, item] of value.items.entries()) {
        tellValue(told, `${path}[${at}]`, item, { shape: shape?.item ?? null, line }, names);
      }
      return;
    case "each_line": {
      const { over, ifMissing, item } = value;
      told.set(path, sourceText({ kind: "field", path: over, transforms: [], ifMissing }, names, null));
      const inside = followPath(names.event, over)?.shape.item ?? null;
      tellValue(told, `${path}[each]`, item, { shape: shape?.item ?? null, line: inside }, names);
      return;
    }
    case "fixed":
      told.set(path, fixedText(value.value, names, shape));
      return;
    case "text":
      told.set(
        path,
        value.parts
          .map((part) => (typeof part === "string" ? part : `[${sourceText(part, names, line)}]`))
          .join(""),
      );
      return;
    default:
      told.set(path, sourceText(value, names, line));
  }
}

function getMember(shape: Shape | null, name: string): Shape | null {
  return shape && (followPath(shape, [name])?.shape ?? null);
}
