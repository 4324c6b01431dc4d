import type { z } from "zod";
import type { Comparison, Condition, ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import type { IfMissing, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { tradeSchema } from "./schema.ts";

/** Whom a recipe is for, as the gallery groups them. */
export type Trade = z.infer<typeof tradeSchema>;

/** A part that a merchant fills with one of their connections, and with something that its account holds. */
export type Role = {
  provider: string;
  title: string;
  help: string;
  /** Id of one of the provider's lists; absent = the connection alone is enough. */
  resource?: string;
  /** What the entry of the list is often called. */
  suggestedName?: string;
  /** How a new one is made where the account holds none that fits. */
  make?: {
    title: string;
    action: string;
    input: Readonly<Record<string, unknown>>;
    /** The field of the action's output that is what the list would have as an id. */
    idField: string;
  };
};

/** What the merchant is asked at installation, and what is taken without an answer. */
export type Question = { title: string; help: string } & (
  | { kind: "text"; default: string | null; maxLength: number }
  | { kind: "url"; default: null }
  /** In minor units, of whichever currency the event has. */
  | { kind: "amount"; default: number }
  /** Whether a step that moves money is done at once, and up to what amount; otherwise each waits for a yes. */
  | { kind: "money"; step: string }
);

/** What the merchant chose stands here once the recipe is installed. */
export type Answered = { kind: "answer"; question: string };
type Chosen = { kind: "role"; role: string } | Answered;

/** A mapping's value in which choices of the merchant stand in place of fixed values. */
export type RecipeValue =
  | Value
  | Chosen
  | { kind: "text"; parts: readonly (string | Source | Answered)[] }
  | { kind: "object"; fields: RecipeMapping }
  | { kind: "list"; items: readonly RecipeValue[] }
  | { kind: "each_line"; over: Path; ifMissing: IfMissing; item: RecipeValue };
export type RecipeMapping = { readonly [field: string]: RecipeValue };

/** A condition in which an answer may stand in place of the value that is compared with. */
export type RecipeCondition =
  | Condition
  | {
      kind: "compare";
      source: ConditionSource;
      comparison: Extract<Comparison, { value: unknown }>["comparison"];
      value: Answered;
    }
  | { kind: "all"; of: readonly RecipeCondition[] };

type Deed = {
  /** The role whose connection does it. */
  role: string;
  action: string;
  mapping: RecipeMapping;
};

export type RecipeStep = Deed & {
  key: string;
  /** What the step does, as the merchant would say it. */
  title: string;
  condition?: RecipeCondition;
  /** review: each waits for a person's yes. A question about money decides for its own step. */
  mode?: "live" | "review";
  /** How long after the event it makes sense; absent = always. */
  freshForSeconds?: number;
  mustReach?: { withinSeconds: number; otherwise: Deed | null };
};

/** An automation with roles in place of a merchant's own connections. Pure data: it holds no id of anybody's. */
export type Recipe = {
  id: string;
  trades: readonly Trade[];
  title: string;
  /** What it is good for, in one line. */
  benefit: string;
  eventType: string;
  condition?: RecipeCondition;
  roles: Readonly<Record<string, Role>>;
  questions?: Readonly<Record<string, Question>>;
  steps: readonly RecipeStep[];
};
