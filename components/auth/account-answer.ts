import type { FieldError } from "#lib/errors.ts";

/** What a form of an account shows: nothing yet, what was wrong, or what was done. */
export type AccountAnswer =
  | { kind: "none" }
  | {
      kind: "refused";
      message: string;
      fieldErrors: readonly FieldError[];
      kept: Readonly<Record<string, string>>;
    }
  | { kind: "done"; email: string };

export const noAnswer: AccountAnswer = { kind: "none" };

export type AccountAction = (before: AccountAnswer, form: FormData) => Promise<AccountAnswer>;
