import { describe, expect, test } from "vitest";
import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import { toInputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { listCandidates } from "#lib/automations/suggestions/candidates.ts";
import { shapeOfEvent } from "#lib/automations/words/names.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { sourceFor } from "./source-choices.ts";
import { valueOfParts } from "./text-value.ts";

const event = shapeOfEvent("order.paid");
const shapes = { event, results: {} };
const candidates = listCandidates(event, []);
const candidate = (name: string) => {
  const found = candidates.find((one) => one.name === name);
  if (!found) throw new Error(`an order has no ${name}`);
  return found;
};
const anyText = shapeOfType("text");

describe("a field that is put into a text", () => {
  test.each([
    ["totalAmount", "money"],
    ["occurredAt", "date"],
    ["lines", "lines_text"],
  ])("%s is written for people", (name, transform) => {
    const source = sourceFor(candidate(name), { wanted: anyText, isRequired: true, isWithinText: true });
    expect(source?.transforms.map((one) => one.transform)).toEqual([transform]);
  });

  test("what is no text at all is not offered", () => {
    const use = { wanted: anyText, isRequired: true, isWithinText: true };
    expect(sourceFor(candidate("customer"), use)).toBeNull();
  });
});

test("whatever field is offered for whichever field of an action, it fits as it is put in", async () => {
  for (const { actions } of await loadProviders()) {
    for (const action of Object.values(actions)) {
      const input = toInputShape(action);
      for (const [name, { shape, isRequired }] of Object.entries(input.fields)) {
        for (const one of candidates) {
          const source = sourceFor(one, { wanted: shape, isRequired, isWithinText: false });
          if (source === null) continue;
          const value = valueOfParts([source], shape, shapes, null);
          if (value === undefined) throw new Error("a source is a value");
          const alone = { ...input, fields: { [name]: { shape, isRequired } } };
          const wrong = checkMapping({ [name]: value }, { ...shapes, input: alone });
          const misfits = wrong.filter(({ isWarning }) => !isWarning);
          expect(misfits, `${one.path.join(".")} as ${name} of ${action.title}`).toEqual([]);
        }
      }
    }
  }
});
