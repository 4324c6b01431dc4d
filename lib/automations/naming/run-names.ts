import type { Tx } from "#db/client.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { type FoundAction, findActions } from "#lib/automations/naming/find-actions.ts";
import { readLocality } from "#lib/automations/naming/read-locality.ts";
import { type RunKey, readVersions } from "#lib/automations/naming/read-versions.ts";
import { entitle } from "#lib/automations/words/entitle.ts";
import { aboutEvent, createNames, type Names } from "#lib/automations/words/names.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import type { Locale } from "#lib/words/locale.ts";

/** What the steps of a run are called, and in whose days its values are told. */
export type RunNames = {
  definition: Definition;
  lookUpAction: (step: Step) => FoundAction;
  timeZone: string;
};

/** By run: the version that it goes by, with the actions of its steps. So many statements, however many runs. */
export async function findRunNames(
  tx: Tx,
  merchantId: string,
  runs: readonly RunKey[],
): Promise<(run: RunKey) => RunNames | null> {
  const { definitions, find } = await readVersions(tx, merchantId, runs);
  if (definitions.length === 0) return () => null;
  const lookUpAction = await findActions(
    tx,
    merchantId,
    definitions.flatMap(({ steps }) => steps),
  );
  const { timeZone } = await readLocality(tx, merchantId);
  return (run) => {
    const definition = find(run);
    return definition && { definition, lookUpAction, timeZone };
  };
}

type About = { type: string; data: Readonly<Record<string, unknown>> };

/** @param event that the run is about; its facts are enough */
function namesOfRun({ definition, lookUpAction, timeZone }: RunNames, event: About, locale: Locale): Names {
  return aboutEvent(createNames(definition, lookUpAction, { locale, timeZone }), event);
}

/** What came of a run, with titles in place of the keys that its row keeps. */
export function tellRun(
  { code, params }: { code: string; params: Params | null },
  runNames: RunNames | null,
  event: About,
  locale: Locale,
): Message {
  const message = { code, params: params ?? {} };
  if (runNames === null) return message;
  return entitle(message, namesOfRun(runNames, event, locale), runNames.definition.condition);
}
