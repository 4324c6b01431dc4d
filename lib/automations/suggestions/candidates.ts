import { eventRoots, type Path } from "#lib/automations/mapping/path-schema.ts";
import type { Meaning } from "#lib/automations/shapes/meaning.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";

/** An earlier step of the automation: its key, its app and the shape of its output. */
export type EarlierStep = { step: string; app: string; shape: Shape };

/** A field that a value could come from. */
export type Candidate = {
  origin: { kind: "field" } | { kind: "result"; step: string; app: string } | { kind: "line" };
  path: Path;
  name: string;
  /** Nothing but the event's data, the output or the line is around it. */
  isAtTop: boolean;
  shape: Shape;
  /** The fields beside it, which may tell its currency. */
  beside: Shape["fields"];
};

/** The fields of an event and of the steps before, the event's own data first. */
export function listCandidates(event: Shape, earlier: readonly EarlierStep[]): Candidate[] {
  const [data, envelope] = [event.fields.data?.shape, event.fields.occurredAt?.shape];
  const field = { kind: "field" } as const;
  return [
    ...(data ? within(data, field, ["data"]) : []),
    ...earlier.flatMap(({ step, app, shape }) => within(shape, { kind: "result", step, app }, [])),
    ...(envelope ? [atTop("occurredAt", envelope, field, ["occurredAt"], {})] : []),
  ];
}

/** The fields of one order line. */
export function candidatesOfLine(line: Shape): Candidate[] {
  return within(line, { kind: "line" }, []);
}

function within(shape: Shape, origin: Candidate["origin"], path: Path, isAtTop = true): Candidate[] {
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const place = [...path, name];
    const candidate = { ...atTop(name, field.shape, origin, place, shape.fields), isAtTop };
    return [candidate, ...within(field.shape, origin, place, false)];
  });
}

function atTop(
  name: string,
  shape: Shape,
  origin: Candidate["origin"],
  path: Path,
  beside: Shape["fields"],
): Candidate {
  return { origin, path, name, isAtTop: true, shape, beside };
}

/** Whether it belongs to the envelope of the event. */
export function isOfEnvelope({ origin, path: [root] }: Candidate): boolean {
  return origin.kind === "field" && root !== "data" && eventRoots.some((name) => name === root);
}

/** What means the same as is wanted, or says it more exactly. */
const covers: Readonly<Partial<Record<Meaning, readonly Meaning[]>>> = {
  amount: ["paid_amount"],
  day: ["moment"],
  first_name: ["person_name"],
  last_name: ["person_name"],
};

export function means(found: Meaning | null, wanted: Meaning): boolean {
  return found !== null && (found === wanted || (covers[wanted]?.includes(found) ?? false));
}
