import type { z } from "zod";
import type { Call } from "./call.ts";
import type { PaymentState, RefundState } from "./payments.ts";

/**
 * How a write is kept from happening twice when it is repeated under one idempotency key. The first that an app offers:
 *
 * - `native_key`: the app takes a key of ours (`call.idempotencyKey`).
 * - `upsert`: the app finds what is there by something in the input, such as an address, and writes the same again.
 * - `stable_id`: what is made has an id of our choice, made of the key.
 * - `look_up_first`: what was made bears a mark, and is looked for before it is made (`lookUpFirst`, `mark.ts`).
 * - `at_most_once`: it is not kept from it. What was done cannot be looked up, so a write whose outcome is unknown is not
 *   repeated: somebody has to look. Such an action makes one request that writes, as its last.
 */
export type Idempotency =
  | "not_needed"
  | "native_key"
  | "upsert"
  | "look_up_first"
  | "stable_id"
  | "at_most_once";

/** What the places of a list of an action's input mean at the account: the headings of columns. */
export type Places = {
  /** The field with the list. */
  field: string;
  /** The resource in whose name it is read, for the log. */
  resource: string;
  /** @param input those inputs that are the same each time; @returns "" for a place without a name; null = it is not known */
  read: (call: Call, input: Readonly<Record<string, unknown>>) => Promise<readonly string[] | null>;
};

type ActionWords = {
  title: string;
  /** What happens, in a sentence for a shop owner. */
  description: string;
  /** Ids of the scopes that it needs. */
  scopes: readonly string[];
  effect: "read" | "write";
  /** Where the places of a list mean something at the account: what they mean now. */
  places?: Places;
  /** Events that the platform may send once it sees what this has made. */
  mayCause?: readonly ("order.placed" | "order.paid" | "order.refunded")[];
  /** What of the merchant's it makes: one for each order or payment that events tell of, however many do. */
  makes?: "order" | "payment";
  /** `not_needed` for reads only. */
  idempotency: Idempotency;
};

/** An amount in the minor units of its currency (ISO 4217). */
export type Amount = { minor: number; currency: string };

/** The payment or the refund that an action has made, as its answer tells of it. The caller knows its key. */
export type MovedMoney =
  | { kind: "payment"; state: Omit<PaymentState, "mark"> }
  | { kind: "refund"; state: Omit<RefundState, "mark"> };

/** What is known of the account in which something was made. */
export type MadeIn = { accountId: string; settings: Readonly<Record<string, string>> };

export type Action = ActionWords & {
  /** A strict object; each field has FieldMeta. */
  input: z.ZodObject;
  output: z.ZodObject;
  example: Readonly<Record<string, unknown>>;
  /** It takes or gives back money at once, and one of the two that follow says how much. */
  movesMoney?: true;
  /** How much an input moves, where it says so itself; null = it is none that the schema takes. */
  getAmount?: (input: Readonly<Record<string, unknown>>) => Amount | null;
  /**
   * How much an input will move, asked of the app by reading alone, where the input does not say: what an order that was
   * agreed to comes to, what is left of a payment. null = the app does not say either. Rejects as `run` does.
   */
  lookUpAmount?: (call: Call, input: unknown) => Promise<Amount | null>;
  /**
   * Where a person looks at what was made, at the app. Absent where the app has no such page, or nothing that is known of
   * the account names it; null = this answer does not.
   */
  link?: (output: Readonly<Record<string, unknown>>, account: MadeIn) => string | null;
  /** The payment or the refund that it has made, where its output tells: it stands among the merchant's at once. */
  moved?: (result: { input: unknown; output: unknown }) => MovedMoney | null;
  /** Takes parsed input. Rejects with ProviderError, or with what `classifyError` knows. */
  run: (call: Call, input: unknown) => Promise<Record<string, unknown>>;
};

/** What moves money says how much: from its input alone, or by asking the app. */
type MovesMoney<Input> =
  | { movesMoney?: never; getAmount?: never; lookUpAmount?: never }
  | { movesMoney: true; getAmount: (input: Input) => Amount; lookUpAmount?: never }
  | {
      movesMoney: true;
      getAmount?: never;
      lookUpAmount: (call: Call, input: Input) => Promise<Amount | null>;
    };

/** Ties an action's `run` to its own schemas: the input is parsed before, the output after. */
export function defineAction<Input extends z.ZodObject, Output extends z.ZodObject>(
  action: ActionWords &
    MovesMoney<z.output<Input>> & {
      input: Input;
      output: Output;
      example: z.input<Input>;
      link?: (output: z.output<Output>, account: MadeIn) => string | null;
      moved?: (result: { input: z.output<Input>; output: z.output<Output> }) => MovedMoney | null;
      run: (call: Call, input: z.output<Input>) => Promise<z.input<Output>>;
    },
): Action {
  const { link, getAmount, lookUpAmount, moved, ...rest } = action;
  const buildLink = (value: unknown, account: MadeIn) => {
    const output = action.output.safeParse(value).data;
    return output && link ? link(output, account) : null;
  };
  const amountIn = (value: unknown) => {
    const input = action.input.safeParse(value).data;
    return input && getAmount ? getAmount(input) : null;
  };
  const movedIn = (result: { input: unknown; output: unknown }) => {
    const input = action.input.safeParse(result.input).data;
    const output = action.output.safeParse(result.output).data;
    return input && output && moved ? moved({ input, output }) : null;
  };
  return {
    ...rest,
    ...(moved && { moved: movedIn }),
    ...(link && { link: buildLink }),
    ...(getAmount && { getAmount: amountIn }),
    ...(lookUpAmount && {
      lookUpAmount: async (call: Call, value: unknown) => lookUpAmount(call, action.input.parse(value)),
    }),
    run: async (call, input) => action.output.parse(await action.run(call, action.input.parse(input))),
  };
}
