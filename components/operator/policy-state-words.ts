import type { Tone } from "#components/ui/tone.ts";
import type { FeePolicyDto } from "#lib/fees/fee-policy-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";

/** How a fee policy stands. */
export const policyStateWords = () =>
  ({
    in_force: { title: t("policy_state_words_title"), tone: "success" },
    next: { title: t("policy_state_words_begins_later"), tone: "info" },
    covered: { title: t("policy_state_words_another_counts_before"), tone: "neutral" },
    past: { title: t("policy_state_words_past"), tone: "neutral" },
  }) as const satisfies Record<FeePolicyDto["state"], { title: string; tone: Tone }>;
