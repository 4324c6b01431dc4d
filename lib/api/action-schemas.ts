import { inputSchemaOf } from "#lib/marketplace/catalogue-dto.ts";
import { loadProviders } from "#lib/providers/registry.ts";

/** The input of each provider's actions by name, for the OpenAPI document: `slack.send-message`. */
export async function actionSchemas(): Promise<Record<string, unknown>> {
  const providers = await loadProviders();
  return Object.fromEntries(
    providers.flatMap(({ id, name, actions }) =>
      Object.entries(actions).map(([action, { title, description, input, example }]) => {
        // OpenAPI 3.1 says once for the whole document which JSON Schema it speaks.
        const { $schema: _, ...schema } = inputSchemaOf(input);
        return [
          `${id}.${action}`,
          { title: `${name}: ${title}`, description, ...schema, examples: [example] },
        ];
      }),
    ),
  );
}

/** The body of an action's call: one of them all, by the provider of the connection and the action in the path. */
export async function anyActionInput(): Promise<unknown> {
  return {
    anyOf: Object.keys(await actionSchemas()).map((name) => ({ $ref: `#/components/schemas/${name}` })),
  };
}
