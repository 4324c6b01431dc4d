import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMapping, anyScope } from "#lib/automations/testing/arbitrary-mappings.ts";
import { dataFaults } from "#lib/plain-data.ts";
import { render } from "#lib/words/render.ts";
import { evaluateMapping } from "./evaluate-mapping.ts";

test("any mapping of any event is answered, with the same each time, in what a row can keep", () => {
  fc.assert(
    fc.property(anyMapping, anyScope, (mapping, scope) => {
      const before = JSON.stringify([mapping, scope]);
      const outcome = evaluateMapping(mapping, scope);
      expect(evaluateMapping(mapping, scope)).toEqual(outcome);
      expect(JSON.stringify([mapping, scope])).toBe(before);
      if (outcome.isReady) {
        expect(dataFaults(outcome.input, String)).toEqual([]);
        expect(JSON.parse(JSON.stringify(outcome.input))).toEqual(outcome.input);
      } else {
        expect(outcome.problems.length).toBeGreaterThan(0);
        for (const problem of outcome.problems) expect(render(problem)).toMatch(/^[^{}]+\.$/s);
      }
    }),
    { numRuns: 2_000 },
  );
});
