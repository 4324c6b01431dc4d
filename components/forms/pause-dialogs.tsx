"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { forms as t } from "#lib/words/en/screens/forms.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import type { DecisionAction } from "./use-decision.ts";

interface SwitchProps {
  id: string;
  action: DecisionAction<unknown>;
  title: string;
  description: string;
  /** In a row of a list, whose buttons are told apart by the name of what they are about. */
  rowName?: string | undefined;
}

interface PauseDialogProps extends SwitchProps {
  /** What is held meanwhile, and for how many days at most. */
  held: { of: "delivery" | "run"; days: number };
}

/** Pauses something, after saying what becomes of what happens meanwhile. */
export function PauseDialog({ held, ...props }: PauseDialogProps) {
  return (
    <SwitchDialog
      {...props}
      label={t("pause_dialog_label")}
      icon={<Pause aria-hidden />}
      variant="secondary"
      done={t("pause_dialog_paused")}
    >
      <p className="text-muted">{t("pause_dialog_held", held)}</p>
    </SwitchDialog>
  );
}

/** Resumes something that is paused or switched off, after saying what is done then. */
export function ResumeDialog(props: SwitchProps) {
  return (
    <SwitchDialog
      {...props}
      label={t("resume_dialog_label")}
      icon={<Play aria-hidden />}
      variant={props.rowName === undefined ? "primary" : "secondary"}
      done={t("resume_dialog_resumed")}
    />
  );
}

interface SwitchDialogProps extends SwitchProps, Pick<ComponentProps<typeof Button>, "icon" | "variant"> {
  label: string;
  done: string;
  children?: React.ReactNode;
}

function SwitchDialog(props: SwitchDialogProps) {
  const { id, action, title, description, rowName, label, done, children, ...look } = props;
  const router = useRouter();
  return (
    <ConfirmDialog
      tone="primary"
      trigger={
        <Button {...look} {...(rowName === undefined ? {} : { size: "sm" })}>
          {label}
          {rowName !== undefined && <span className="sr-only"> {rowName}</span>}
        </Button>
      }
      title={title}
      description={description}
      confirmLabel={label}
      action={action}
      about={{ id }}
      done={done}
      onDone={router.refresh}
    >
      {children}
    </ConfirmDialog>
  );
}
