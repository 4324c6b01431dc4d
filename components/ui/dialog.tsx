"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { common } from "#lib/words/en/screens/common.ts";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";
import { Modal, ModalClose, type ModalProps } from "./modal.tsx";
import { dialogStyles } from "./overlay-styles.ts";

interface DialogProps extends ModalProps {
  title: ReactNode;
  description?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Something to be done before going on. Escape and a press outside close it. */
export function Dialog({ title, description, className, children, ...modal }: DialogProps) {
  const id = useId();
  const descriptionId = description ? `${id}-description` : undefined;
  return (
    <Modal
      {...modal}
      role="dialog"
      titleId={id}
      descriptionId={descriptionId}
      isLight
      className={cn(dialogStyles, className)}
    >
      <div className="grid gap-1 pr-10">
        <h2 id={id} className="font-semibold text-xl">
          {title}
        </h2>
        {description && (
          <p id={descriptionId} className="text-muted">
            {description}
          </p>
        )}
      </div>
      {children}
      {!modal.onLeave && (
        <ModalClose>
          <IconButton
            label={common("close")}
            icon={<X aria-hidden />}
            className="absolute top-3.5 right-3.5"
          />
        </ModalClose>
      )}
    </Modal>
  );
}

/** The row of buttons that ends a dialog; full width on a phone, the main one on top. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="mt-1 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
