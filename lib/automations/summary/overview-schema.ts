import { z } from "zod";

/** At most so many are listed. */
export const maxAutomationsInNeed = 10;

export const automationsOverviewDto = z.object({
  total: z.int().describe("Drafts among them"),
  active: z.int().describe("Published, and neither paused nor switched off"),
  inNeed: z
    .array(
      z.object({
        automationId: z.string(),
        name: z.string(),
        status: z.enum(["active", "disabled"]).describe("disabled: Patchbay switched it off"),
        failingSince: z.iso.datetime().nullable().describe("Since when no run has succeeded"),
        reviews: z.int().describe("Runs that wait for a person's yes"),
        decisions: z.int().describe("Runs with a step of which nobody knows whether it was done"),
        issues: z.int().describe("What it relies on and an app no longer has"),
      }),
    )
    .describe("What fails first, then what waits for a person; at most 10"),
});
export type AutomationsOverview = z.infer<typeof automationsOverviewDto>;
export type AutomationInNeed = AutomationsOverview["inNeed"][number];
