"use client";

import { type SubmitEvent, useActionState, useRef, useState, useTransition } from "react";
import type { ActionResult } from "#lib/transport/action.ts";
import { forms as t } from "#lib/words/en/screens/forms.ts";

/**
 * A server action as a form runs it. What it is about comes in fields of the form: an action bound to its arguments while
 * a component renders never finishes the page that answers a posted form, as React waits for each new binding.
 */
export type DecisionAction<Data, Result extends ActionResult<Data> = ActionResult<Data>> = (
  previous: Result | null,
  form: FormData,
) => Promise<Result>;

export interface Decision<Data, Result extends ActionResult<Data> = ActionResult<Data>> {
  /** For the `<form>`. */
  form: {
    action: (form: FormData) => void;
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
  /** What came of it last; null before. */
  result: ActionResult<Data> | null;
  /** What came of the form that the browser posted itself; null where it did not. */
  posted: Result | null;
  /** Whether the browser posted the form itself, no script being there: nobody was told of the result yet. */
  isPosted: boolean;
  isPending: boolean;
  /** `value` of the button that was pressed last. */
  pressed: string | null;
}

interface DecisionOptions<Data> {
  /** After the call, while the form is still pending. */
  onResult?: ((result: ActionResult<Data>) => void | Promise<void>) | undefined;
  /** Asked before the call: false keeps the form here, where it says what is wrong. */
  isReady?: (form: FormData) => boolean;
  /**
   * Address of the page. The result of a posted form finds its component by its place on the page; where that may be
   * another one afterwards, it finds it by this. Once on a page for each action.
   */
  page?: string;
}

/**
 * One decision as a form. Before any script has loaded the browser posts it, and the page comes back with the result;
 * afterwards the action is called without leaving the page, and once at a time.
 */
export function useDecision<Data, Result extends ActionResult<Data> = ActionResult<Data>>(
  action: DecisionAction<Data, Result>,
  { onResult, isReady, page }: DecisionOptions<Data> = {},
): Decision<Data, Result> {
  const [posted, post] = useActionState<Result | null, FormData>(action, null, page);
  const [called, setCalled] = useState<ActionResult<Data> | null>(null);
  const [isTouched, setIsTouched] = useState(false);
  const [pressed, setPressed] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const isUnderWay = useRef(false);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = event.nativeEvent.submitter;
    const form = new FormData(event.currentTarget, button);
    if (isUnderWay.current || isReady?.(form) === false) return;
    isUnderWay.current = true;
    setIsTouched(true);
    setCalled(null);
    setPressed(button?.getAttribute("value") ?? null);
    startTransition(async () => {
      try {
        const result = await action(null, form).catch(() => unreached());
        setCalled(result);
        await onResult?.(result);
      } finally {
        isUnderWay.current = false;
      }
    });
  }

  return {
    form: { action: post, onSubmit },
    result: isTouched ? called : posted,
    posted,
    isPosted: !isTouched && posted !== null,
    isPending,
    pressed,
  };
}

function unreached(): ActionResult<never> {
  const message = t("unreached_patchbay_cannot_reached_check");
  return { ok: false, code: "unreached", message, fieldErrors: [] };
}
