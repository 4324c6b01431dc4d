"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Modal, ModalClose } from "#components/ui/modal.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { dialogStyles } from "#components/ui/overlay-styles.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { forms as t } from "#lib/words/en/screens/forms.ts";
import { DecisionOutcome } from "./decision-form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { type DecisionAction, useDecision } from "./use-decision.ts";

interface ConfirmDialogProps<Data> {
  /** The button that opens it. */
  trigger: ReactNode;
  /** The question, such as "Delete this webhook?" */
  title: ReactNode;
  description?: ReactNode;
  /** What ends if the answer is yes, one line each. */
  stops?: readonly ReactNode[];
  /** What the button does, such as "Delete webhook". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  action: DecisionAction<Data>;
  /** What the decision is about, such as an id. */
  about: Readonly<Record<string, string>>;
  /** What is said once it is done; `description` in smaller words below. */
  done: string | ((data: Data) => { message: string; description?: string });
  /** Once it is done: reads the page again, or leaves it. */
  onDone: () => void | Promise<void>;
  /** Consequences beyond `stops`, above the buttons. */
  children?: ReactNode;
}

/** Asks once before something that cannot be taken back, and names what it ends. */
export function ConfirmDialog<Data>(props: ConfirmDialogProps<Data>) {
  const {
    trigger,
    title,
    description,
    stops = [],
    cancelLabel = common("cancel"),
    tone = "danger",
    children,
  } = props;
  const id = useId();
  const modal = useRef<HTMLDialogElement>(null);
  const words = (data: Data) => (typeof props.done === "string" ? { message: props.done } : props.done(data));
  const decision = useDecision(props.action, {
    onResult: async (result) => {
      if (!result.ok) return;
      const { message, ...extras } = words(result.data);
      modal.current?.close();
      toastDone(message, extras);
      await props.onDone();
    },
  });
  const { result, isPosted, isPending } = decision;
  const descriptionId = description ? `${id}-description` : undefined;
  const keepOpen = isPending ? { onLeave: () => undefined } : {};
  return (
    <>
      <Modal
        trigger={trigger}
        modal={modal}
        {...keepOpen}
        role="alertdialog"
        titleId={id}
        descriptionId={descriptionId}
        isLight={false}
        className={cn(dialogStyles, "sm:max-w-md")}
      >
        <div className="grid gap-1">
          <h2 id={id} className="font-semibold text-xl">
            {title}
          </h2>
          {description && (
            <p id={descriptionId} className="text-muted">
              {description}
            </p>
          )}
        </div>
        {stops.length > 0 && (
          <div className="rounded-control border border-line bg-sunken px-4 py-3">
            <p className="font-medium">{t("confirm_dialog_what_stops")}</p>
            <ul className="mt-1 grid list-disc gap-0.5 pl-4.5 text-muted marker:text-subtle">
              {stops.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are nodes and do not move
                <li key={index}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
        {result && !result.ok && (
          <div role="alert">
            <Notice tone="danger">{result.message}</Notice>
          </div>
        )}
        <form {...decision.form}>
          <HiddenFields values={props.about} />
          <DialogFooter>
            <ModalClose>
              <Button>{cancelLabel}</Button>
            </ModalClose>
            <SubmitButton variant={tone} isPending={isPending}>
              {props.confirmLabel}
            </SubmitButton>
          </DialogFooter>
        </form>
      </Modal>
      {isPosted && <DecisionOutcome decision={decision} done={(data) => wordsInOne(words(data))} />}
    </>
  );
}

function wordsInOne({ message, description }: { message: string; description?: string }): string {
  return description === undefined ? message : `${message}. ${description}`;
}
