"use client";

import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { ActionResult } from "#lib/transport/action.ts";
import { forms as t } from "#lib/words/en/screens/forms.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { type Decision, type DecisionAction, useDecision } from "./use-decision.ts";

type Refusal = Extract<ActionResult<unknown>, { ok: false }>;

interface DecisionFormProps<Data> {
  action: DecisionAction<Data>;
  /** What the decision is about, such as an id. */
  about: Readonly<Record<string, string>>;
  /** What is said once it is done; left out where the page itself shows it. */
  done?: string | ((data: Data) => string);
  /** Title above the reason why it was not done. */
  refusedTitle?: string;
  /** What can be done about a refusal, after its message. */
  remedy?: (refusal: Refusal) => ReactNode;
  /** After a call, whatever came of it: reads the page again. */
  onResult?: (result: ActionResult<Data>) => void | Promise<void>;
  /** The button. */
  children: (decision: Decision<Data>) => ReactNode;
}

/** A button of one decision. The form takes no room of its own: its button stands in the row around it. */
export function DecisionForm<Data>(props: DecisionFormProps<Data>) {
  const { action, about, done, onResult, children } = props;
  const decision = useDecision(action, {
    onResult: async (result) => {
      if (result.ok && done) toastDone(typeof done === "string" ? done : done(result.data));
      await onResult?.(result);
    },
  });
  return (
    <>
      <form {...decision.form} className="contents">
        <HiddenFields values={about} />
        {children(decision)}
      </form>
      <DecisionOutcome decision={decision} {...props} />
    </>
  );
}

interface DecisionOutcomeProps<Data>
  extends Pick<DecisionFormProps<Data>, "done" | "refusedTitle" | "remedy"> {
  decision: Decision<Data>;
}

/** Why it was not done; and where the browser posted the form, what was. */
export function DecisionOutcome<Data>({ decision, done, refusedTitle, remedy }: DecisionOutcomeProps<Data>) {
  const { result, isPosted } = decision;
  if (result === null) return null;
  if (!result.ok) {
    return (
      <div role="alert" className="order-last basis-full text-left">
        <Notice tone="danger" title={refusedTitle}>
          {result.message} {remedy?.(result)}
          {result.runId !== undefined && (
            <TextLink href={`/deliveries/${result.runId}`}>{t("decision_outcome_open_newest_run")}</TextLink>
          )}
        </Notice>
      </div>
    );
  }
  if (!isPosted || !done) return null;
  return (
    <div role="status" className="order-last basis-full text-left">
      <Notice tone="success">{typeof done === "string" ? done : done(result.data)}</Notice>
    </div>
  );
}
