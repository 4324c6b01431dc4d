import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** Of the smallest plan. https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
const maximumAvailable = 2_000;

const restoreRate = 100;

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** What is left to each shop, by its account. One that is not here has it all. */
const allowances = new Map<string, { available: number; atMs: number }>();

const mutationCost = 10;
const connectionCost = 2;

/**
 * What a valid document costs before it runs: an object 1, a connection 2 and what its nodes cost as often as `first`
 * says, a mutation 10, a scalar nothing. https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }

  function costOfSet({ selections }: SelectionSetNode, type: GraphQLObjectType): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + costOfField(selection, type);
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      return sum + (set ? costOfSet(set, type) : 0);
    }, 0);
  }

  function costOfField(node: FieldNode, parent: GraphQLObjectType): number {
    const field = parent.getFields()[node.name.value];
    const type = field ? getNamedType(field.type) : null;
    if (!isObjectType(type) || !node.selectionSet || type.name === "PageInfo") return 0;
    const inner = costOfSet(node.selectionSet, type);
    if (parent === schema.getMutationType()) return mutationCost + inner;
    const size = readFirst(node, variables);
    return type.name.endsWith("Connection") ? connectionCost + size * inner : size * (1 + inner);
  }

  return operations.reduce((sum, operation) => {
    const root = schema.getRootType(operation.operation);
    return sum + (root ? costOfSet(operation.selectionSet, root) : 0);
  }, 0);
}

/**
 * What a query cost in the end: as above, over what it found. A field that is null costs nothing, and a connection as
 * many nodes as there were.
 * @param data the answer, by the names of its fields
 */
export function actualCost(schema: GraphQLSchema, document: DocumentNode, data: unknown): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function costOfSet({ selections }: SelectionSetNode, type: GraphQLObjectType, found: unknown): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + costOfField(selection, type, found);
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      return sum + (set ? costOfSet(set, type, found) : 0);
    }, 0);
  }

  function costOfField(node: FieldNode, parent: GraphQLObjectType, found: unknown): number {
    const field = parent.getFields()[node.name.value];
    const type = field ? getNamedType(field.type) : null;
    const set = node.selectionSet;
    if (!isObjectType(type) || !set || type.name === "PageInfo") return 0;
    const own =
      parent === schema.getMutationType()
        ? mutationCost
        : type.name.endsWith("Connection")
          ? connectionCost
          : 1;
    return itemsIn(getMember(found, (node.alias ?? node.name).value)).reduce<number>(
      (sum, item) => sum + own + costOfSet(set, type, item),
      0,
    );
  }

  return document.definitions.reduce((sum, definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return sum;
    const root = schema.getRootType(definition.operation);
    return sum + (root ? costOfSet(definition.selectionSet, root, data) : 0);
  }, 0);
}

function getMember(found: unknown, name: string): unknown {
  return typeof found === "object" && found !== null
    ? Object.entries(found).find(([key]) => key === name)?.[1]
    : null;
}

function itemsIn(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.filter((item) => item !== null) : [value];
}

function readFirst(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const value = node.arguments?.find(({ name }) => name.value === "first")?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  const count = value?.kind === Kind.VARIABLE ? variables[value.name.value] : 1;
  return typeof count === "number" && count > 0 ? count : 1;
}

/** Takes a query's cost from a shop's allowance, which fills again by 100 points a second. */
export function takeAllowance(
  accountId: string,
  cost: number,
  now: Date,
): { isEnough: boolean; throttleStatus: ThrottleStatus } {
  const atMs = now.getTime();
  for (const [id, one] of allowances) if (restored(one, atMs) >= maximumAvailable) allowances.delete(id);
  const last = allowances.get(accountId);
  const available = last ? restored(last, atMs) : maximumAvailable;
  const isEnough = available >= cost;
  const left = isEnough ? available - cost : available;
  allowances.set(accountId, { available: left, atMs });
  return {
    isEnough,
    throttleStatus: { maximumAvailable, currentlyAvailable: Math.floor(left), restoreRate },
  };
}

/** Gives back what a query cost less than was taken for it. */
export function giveBack(accountId: string, points: number, now: Date): ThrottleStatus {
  const atMs = now.getTime();
  const last = allowances.get(accountId) ?? { available: maximumAvailable, atMs };
  const available = Math.min(maximumAvailable, restored(last, atMs) + points);
  allowances.set(accountId, { available, atMs });
  return { maximumAvailable, currentlyAvailable: Math.floor(available), restoreRate };
}

function restored({ available, atMs }: { available: number; atMs: number }, nowMs: number): number {
  return Math.min(maximumAvailable, available + ((nowMs - atMs) / 1_000) * restoreRate);
}
