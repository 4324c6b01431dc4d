import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { stepSuggestionsDto, suggestStepInput } from "./checking/check-schema.ts";
import { eventShape } from "./checking/definition-problems.ts";
import { toShapeRows, toSuggestionDto } from "./checking/suggestions-dto.ts";
import type { Step } from "./definition-schema.ts";
import { type FoundAction, findActions } from "./naming/find-actions.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { toInputShape, toOutputShape } from "./shapes/schema-shapes.ts";
import { shapeOfType } from "./shapes/shape.ts";
import { suggestMapping } from "./suggestions/suggest-mapping.ts";

/**
 * All that a form of a step is made from: the fields of its action, what each value may come from, and for each field the
 * value that most likely belongs there, with the reason. No app is asked and nothing is written.
 * @throws {AppError} 422 for a step that the definition does not have, 404 for another merchant's automation
 */
export const suggestStep = defineVerb({
  permission: "read",
  input: suggestStepInput,
  output: stepSuggestionsDto,
  async run({ ctx, input: { id, definition, step: key } }) {
    const { eventType, steps, lookUpAction } = await readInTime(async (tx) => {
      const { draft } = await findAutomation(tx, ctx.merchantId, id);
      const looked = definition ?? draft;
      return { ...looked, lookUpAction: await findActions(tx, ctx.merchantId, looked.steps) };
    });
    const at = steps.findIndex((step) => step.key === key);
    const step = steps[at];
    if (step === undefined) {
      throw invalidInput([{ path: "step", message: say("mapping_unknown_step", { step: key }) }]);
    }
    const event = eventShape(eventType);
    const before = steps.slice(0, at).map((one) => earlierStep(one, lookUpAction(one)));
    const { app, action } = lookUpAction(step);
    const shape = action === null ? shapeOfType("object") : toInputShape(action);
    const earlier = before.flatMap(({ app: name, ...one }) =>
      name === null ? [] : [{ ...one, app: name.id }],
    );
    const suggestions =
      action === null || app === null ? [] : suggestMapping({ event, input: shape, app: app.id, earlier });
    return {
      step: key,
      app: app && { id: app.id, name: app.name },
      action: action && {
        id: step.action,
        title: action.title,
        description: action.description,
        effect: action.effect,
        movesMoney: action.movesMoney ?? false,
      },
      fields: toShapeRows(shape, app),
      sources: {
        event: toShapeRows(event, null),
        steps: before.map(({ step: earlierKey, title, app: of, shape: output }) => ({
          step: earlierKey,
          title,
          app: of?.name ?? null,
          fields: toShapeRows(output, of),
        })),
      },
      suggestions: suggestions.map((suggestion) => toSuggestionDto(suggestion, step.mapping, ctx.locale)),
    };
  },
});

function earlierStep({ key }: Step, { app, action }: FoundAction) {
  const shape = action === null ? shapeOfType("object") : toOutputShape(action);
  return { step: key, title: action?.title ?? null, app, shape };
}
