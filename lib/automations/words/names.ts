import type { z } from "zod";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import { toEventShape, toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";

/** Who reads: in which language, and in whose days. */
export type Reader = { locale: Locale; timeZone: string };

export type NamedStep = {
  /** "Send a message", with the number of the step where another one does the same. */
  title: string;
  input: Shape;
  output: Shape;
};

/** What the parts of an automation are called, and how its values are written. */
export type Names = {
  event: Shape;
  /** By key. */
  steps: ReadonlyMap<string, NamedStep>;
  reader: Reader;
  /** Of the event at hand, ISO 4217; null = not known, and amounts are told without it. */
  currency: string | null;
  /** What earlier steps have answered, by key: an amount of theirs is in their currency. */
  results: Readonly<Record<string, unknown>>;
  /** What was chosen at the apps, by id, as the account calls it: a channel, a list. */
  chosen: ReadonlyMap<string, string>;
  /** What the event is about: "Order 1042"; null = there is none at hand. */
  subject: string | null;
};

type Declared = { title: string; input: z.ZodType; output: z.ZodType; example?: unknown };
type Found = { action: Declared | null };

/** @param lookUpAction what a step does; null where nobody knows it any more */
export function createNames(
  { eventType, steps }: Pick<Definition, "eventType"> & { steps: readonly Step[] },
  lookUpAction: (step: Step) => Found,
  reader: Reader,
): Names {
  const found = steps.map((step) => ({ step, action: lookUpAction(step).action }));
  const isAlone = (title: string) => found.filter(({ action }) => action?.title === title).length < 2;
  return {
    ...unnamed(reader),
    event: shapeOfEvent(eventType),
    steps: new Map(
      found.flatMap(({ step, action }, at): [string, NamedStep][] => {
        if (action === null) return [];
        const title = isAlone(action.title) ? action.title : `${action.title} (${at + 1})`;
        return [[step.key, { title, ...getShapes(action) }]];
      }),
    ),
  };
}

/** Where nothing is known of the automation: names are made of what stands in the row. */
export function unnamed(reader: Reader): Names {
  return {
    event: shapeOfType("any"),
    steps: new Map(),
    reader,
    currency: null,
    results: {},
    chosen: new Map(),
    subject: null,
  };
}

/** The same about one event: its currency, and what it is about. @param data may be its facts alone */
export function aboutEvent(
  names: Names,
  { type, data }: { type: string; data: Readonly<Record<string, unknown>> },
): Names {
  const number = ownAt(data, ["number"]);
  return {
    ...names,
    currency: currencyCode(ownAt(data, ["currency"]) ?? ownAt(data, ["value", "currency"])) ?? null,
    subject:
      typeof number === "string" && number !== ""
        ? screenText("subject_order", { number }, names.reader.locale)
        : (findEventType(type)?.title ?? null),
  };
}

const eventShapes = new Map<string, Shape>();

/** The shape of an event type, made once in each language; of a type that there is none of it is anything. */
export function shapeOfEvent(type: string): Shape {
  const key = `${readerLocale()} ${type}`;
  const known = eventShapes.get(key);
  if (known) return known;
  const definition = findEventType(type);
  if (definition === undefined) return shapeOfType("any");
  const shape = toEventShape(definition);
  eventShapes.set(key, shape);
  return shape;
}

const actionShapes = new WeakMap<z.ZodType, Pick<NamedStep, "input" | "output">>();

function getShapes(action: Declared): Pick<NamedStep, "input" | "output"> {
  const known = actionShapes.get(action.input);
  if (known) return known;
  const shapes = { input: toInputShape(action), output: toOutputShape(action) };
  actionShapes.set(action.input, shapes);
  return shapes;
}
