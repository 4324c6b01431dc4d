import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  print,
} from "graphql";

/**
 * A schema as a flat list: `Order.name` → `String!`, `QueryRoot.orders(first)` → `Int`, `ProductStatus.DRAFT` →
 * `value`, `@idempotent(key)` → `String! on FIELD`.
 */
function schemaParts(schema: GraphQLSchema): Map<string, string> {
  const parts = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    parts.set(type.name, getKind(type));
    if (isEnumType(type)) for (const { name } of type.getValues()) parts.set(`${type.name}.${name}`, "value");
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        parts.set(`${type.name}.${field.name}`, printInput(field));
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      parts.set(`${type.name}.${field.name}`, String(field.type));
      for (const arg of field.args) parts.set(`${type.name}.${field.name}(${arg.name})`, printInput(arg));
    }
  }
  const directive = schema.getDirective("idempotent");
  for (const arg of directive?.args ?? []) {
    parts.set(`@idempotent(${arg.name})`, `${printInput(arg)} on ${directive?.locations.join(" ")}`);
  }
  return parts;
}

function getKind(type: object): string {
  return type.constructor.name;
}

/** What may be given: its type, and what counts where it is left out. */
function printInput({ type, default: standard }: GraphQLArgument | GraphQLInputField): string {
  if (!standard) return String(type);
  const text = standard.literal ? print(standard.literal) : JSON.stringify(standard.value);
  return `${type} = ${text}`;
}

/** What of one schema is not in the other, or is not the same there. */
export function findDifferences(part: GraphQLSchema, whole: GraphQLSchema): string[] {
  const there = schemaParts(whole);
  return [...schemaParts(part)].flatMap(([path, here]) => {
    const other = there.get(path);
    if (other === here) return [];
    return [`${path}: ${here} here, ${other ?? "nothing"} there`];
  });
}
