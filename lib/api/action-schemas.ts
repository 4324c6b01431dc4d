import { manifests } from "#lib/providers/manifests.ts";
import { loadDeclaration } from "#lib/providers/registry.ts";

/** The input of each provider's actions by name, for the OpenAPI document: `slack.send-message`. */
export async function actionSchemas(): Promise<Record<string, unknown>> {
  const schemas: Record<string, unknown> = {};
  for (const { id, name } of manifests) {
    const { actions = [] } = (await loadDeclaration(id)) ?? {};
    for (const { id: action, title, description, inputSchema, example } of actions) {
      // OpenAPI 3.1 says once for the whole document which JSON Schema it speaks.
      const { $schema: _, ...schema } = inputSchema;
      schemas[`${id}.${action}`] = {
        title: `${name}: ${title}`,
        description,
        ...schema,
        examples: [example],
      };
    }
  }
  return schemas;
}

/** The body of an action's call: one of them all, by the provider of the connection and the action in the path. */
export async function anyActionInput(): Promise<unknown> {
  return {
    anyOf: Object.keys(await actionSchemas()).map((name) => ({ $ref: `#/components/schemas/${name}` })),
  };
}
