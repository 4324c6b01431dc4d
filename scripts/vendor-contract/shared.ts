import type { VendorSchema } from "#lib/providers/testing/vendor-schema.ts";
import type { ContractOperation } from "./read-operations.ts";

type Ref = { ref: string };
type WithRefs = Omit<ContractOperation, "answers"> & { answers: Record<string, VendorSchema | Ref> };

/** Answers that stand in several places are written once, under a name. */
export function shared(operations: readonly ContractOperation[]): {
  schemas: Record<string, VendorSchema>;
  operations: WithRefs[];
} {
  const schemas = new Map<string, { name: string; schema: VendorSchema }>();
  for (const [text, schema] of repeated(operations)) {
    const name = schemas.size === 0 ? "error" : `answer_${schemas.size + 1}`;
    schemas.set(text, { name, schema });
  }
  const refTo = (schema: VendorSchema): VendorSchema | Ref => {
    const found = schemas.get(JSON.stringify(schema));
    return found ? { ref: found.name } : schema;
  };
  return {
    schemas: Object.fromEntries([...schemas.values()].map(({ name, schema }) => [name, schema])),
    operations: operations.map((operation) => ({
      ...operation,
      answers: Object.fromEntries(
        Object.entries(operation.answers).map(([status, schema]) => [status, refTo(schema)]),
      ),
    })),
  };
}

/** By how often they stand there, the most frequent first: with most vendors, the form of a refusal. */
function repeated(operations: readonly ContractOperation[]): [string, VendorSchema][] {
  const found = new Map<string, { schema: VendorSchema; times: number }>();
  for (const schema of operations.flatMap(({ answers }) => Object.values(answers))) {
    if (Object.keys(schema).length === 0) continue;
    const text = JSON.stringify(schema);
    found.set(text, { schema, times: (found.get(text)?.times ?? 0) + 1 });
  }
  return [...found]
    .filter(([, { times }]) => times > 1)
    .toSorted(([, one], [, other]) => other.times - one.times)
    .map(([text, { schema }]) => [text, schema]);
}
