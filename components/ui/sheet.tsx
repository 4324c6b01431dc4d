"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { common } from "#lib/words/en/screens/common.ts";
import { IconButton } from "./icon-button.tsx";
import { Modal, ModalClose, type ModalRef } from "./modal.tsx";

interface SheetProps {
  /** Read out when it opens. */
  title: string;
  trigger: ReactNode;
  modal: ModalRef;
  /** Shown at the top, beside the close button. */
  header?: ReactNode;
  children: ReactNode;
}

/** A panel from the left edge: the navigation on a phone. */
export function Sheet({ title, trigger, modal, header, children }: SheetProps) {
  const id = useId();
  return (
    <Modal
      trigger={trigger}
      modal={modal}
      role="dialog"
      titleId={id}
      isLight
      className="fixed top-0 right-auto bottom-0 left-0 m-0 h-dvh max-h-none w-76 max-w-[85vw] flex-col gap-4 overflow-y-auto border-line border-r bg-raised p-4 pb-[max(1rem,env(safe-area-inset-bottom))] text-ink shadow-dialog open:flex open:animate-slide-in"
    >
      <h2 id={id} className="sr-only">
        {title}
      </h2>
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0">{header}</div>
        <ModalClose>
          <IconButton label={common("close")} icon={<X aria-hidden />} />
        </ModalClose>
      </div>
      {children}
    </Modal>
  );
}
