import { reliesOnSchema } from "./relies-on-schema.ts";

/** What was chosen at the apps, by id, as the account called it when it was last looked at. @param reliesOn as the row has it */
export function chosenNames(reliesOn: unknown): ReadonlyMap<string, string> {
  const noted = reliesOnSchema.safeParse(reliesOn).data ?? {};
  return new Map(
    Object.values(noted).flatMap(({ resources }) =>
      Object.values(resources).map(({ id, label }): [string, string] => [id, label]),
    ),
  );
}
