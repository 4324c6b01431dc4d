import { formatPath } from "#lib/parse.ts";
import type { Tried, TriedProblem, TriedStep } from "./try-definition.ts";

/** More of one value is not compared field by field. */
const mostLeaves = 2_000;

type LeafChange = { path: string; before: unknown; after: unknown };

/**
 * What becomes of an event by a draft, held against the live version. failing: a step of the draft fails. lost: the live
 * version sends something and the draft nothing. newlyRun: the other way round. changed: both send, and not the same.
 */
type EventOutcome = "same" | "changed" | "failing" | "lost" | "newlyRun";

export type StepChange = {
  step: TriedStep;
  change: "added" | "removed" | "changed" | "fails";
  fields: LeafChange[];
  problems: readonly TriedProblem[];
};

export type Comparison = { outcome: EventOutcome; steps: StepChange[] };

/** @param draft and @param live what each would do; null = it is not about events of this type, or there is none */
export function compareTrials(draft: Tried | null, live: Tried | null): Comparison {
  const [sent, sentLive] = [sentBy(draft), sentBy(live)];
  const failing = (draft?.steps ?? []).filter(({ isReached, outcome }) => isReached && outcome === "fails");
  const steps = [
    ...failing.map((step): StepChange => {
      const { problems } = step;
      return { step, change: "fails", fields: [], problems: problems.filter(({ isCertain }) => isCertain) };
    }),
    ...findChanges(sent, sentLive),
  ];
  return { outcome: findOutcome({ isFailing: failing.length > 0, sent, sentLive, steps }), steps };
}

function findOutcome(found: {
  isFailing: boolean;
  sent: TriedStep[];
  sentLive: TriedStep[];
  steps: readonly StepChange[];
}): EventOutcome {
  const { isFailing, sent, sentLive, steps } = found;
  if (isFailing) return "failing";
  if (sent.length === 0) return sentLive.length === 0 ? "same" : "lost";
  if (sentLive.length === 0) return "newlyRun";
  const isOrdered = sent.every(({ step }, at) => step.key === sentLive[at]?.step.key);
  return steps.length > 0 || !isOrdered ? "changed" : "same";
}

/** What an app would be sent, at once or after a yes. */
function sentBy(tried: Tried | null): TriedStep[] {
  const sent = ({ isReached, outcome }: TriedStep) =>
    isReached && (outcome === "sent" || outcome === "review");
  return tried?.steps.filter(sent) ?? [];
}

function findChanges(sent: readonly TriedStep[], sentLive: readonly TriedStep[]): StepChange[] {
  const byKey = new Map(sentLive.map((step) => [step.step.key, step]));
  const kept = sent.flatMap((step): StepChange[] => {
    const before = byKey.get(step.step.key);
    byKey.delete(step.step.key);
    const change = before === undefined ? "added" : "changed";
    const fields = findFieldChanges(before ?? null, step);
    return fields.length === 0 && before !== undefined ? [] : [{ step, change, fields, problems: [] }];
  });
  const removed = [...byKey.values()].map((step): StepChange => {
    return { step, change: "removed", fields: findFieldChanges(step, null), problems: [] };
  });
  return [...kept, ...removed];
}

function findFieldChanges(before: TriedStep | null, after: TriedStep | null): LeafChange[] {
  return [
    ...findDifferences(toStepSettings(before), toStepSettings(after)).filter(
      () => before !== null && after !== null,
    ),
    ...findDifferences(before?.input, after?.input),
  ];
}

/** Where it goes to, and whether a person is asked first. */
function toStepSettings(step: TriedStep | null) {
  if (step === null) return {};
  const { integrationId, action } = step.step;
  return { integrationId, action, "asks first": step.outcome === "review" };
}

/** The plain values in a value by their paths: `lines[0].name`. A list or an object with nothing in it is one itself. */
function collectLeaves(value: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  collect(value, [], found);
  return found;
}

function collect(value: unknown, path: readonly (string | number)[], found: Map<string, unknown>): void {
  if (found.size >= mostLeaves) return;
  const members = listMembers(value);
  if (members === null || members.length === 0) {
    if (path.length > 0 || members === null) found.set(formatPath(path), value);
    return;
  }
  for (const [name, member] of members) collect(member, [...path, name], found);
}

function listMembers(value: unknown): [string | number, unknown][] | null {
  if (Array.isArray(value)) return value.map((item, at) => [at, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : null;
}

/** Where two values differ, leaf by leaf. @param value null = it is not there, and neither is what would be in it */
function findDifferences(before: unknown, after: unknown): LeafChange[] {
  const [one, other] = [collectLeaves(before ?? {}), collectLeaves(after ?? {})];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [was, is] = [one.get(path), other.get(path)];
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ path, before: was ?? null, after: is ?? null }];
  });
}
