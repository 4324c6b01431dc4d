import { type GraphQLError, Kind, print } from "graphql";

/**
 * A variable that does not fit its type, in Shopify's words: `Variable $apiKey of type String! was provided invalid
 * value`, with the value and what is wrong with it. https://github.com/Shopify/cli has many on record.
 */
export function variableError(error: GraphQLError, given: Readonly<Record<string, unknown>>) {
  const definition = error.nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  const formatted = error.toJSON();
  if (definition?.kind !== Kind.VARIABLE_DEFINITION) return formatted;
  const name = definition.variable.name.value;
  const path = pathIn(error.message);
  const place = path.length > 0 ? ` for ${path.join(".")}` : "";
  const explanation = error.message.replace(/^.*?: /s, "");
  return {
    ...formatted,
    message: `Variable $${name} of type ${print(definition.type)} was provided invalid value${place}`,
    extensions: {
      code: "INVALID_VARIABLE",
      value: given[name] ?? null,
      problems: [{ path, explanation }],
    },
  };
}

/** `… at .lineItems[0].quantity: …` as its steps. */
function pathIn(message: string): (string | number)[] {
  const place = /invalid value at ((?:\.\w+|\[\d+\])+)/.exec(message)?.[1] ?? "";
  return [...place.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}
